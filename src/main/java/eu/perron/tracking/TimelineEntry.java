package eu.perron.tracking;

import eu.perron.trade.Milestone.Level;
import eu.perron.trade.Milestone.Quality;
import eu.perron.trade.MilestoneCode;
import java.time.Instant;

/**
 * @param kind how sure the time is
 * @param note for the seller and for us, never for the public
 */
public record TimelineEntry(
    MilestoneCode code,
    Instant at,
    String place,
    Level level,
    String source,
    Quality kind,
    String note) {}

package eu.perron.archive;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hot how long after its end an order stays in the hot tables
 * @param keep how long after its end the archive keeps it whatever the rules say; empty: as long as
 *     {@code reference/retention.csv} asks
 * @param batch so many leave in a transaction
 * @param round at most so many leave in a round of a node
 */
@ConfigurationProperties("perron.retention")
record RetentionSettings(
    @DefaultValue("P30D") Duration hot,
    Period keep,
    @DefaultValue("20") int batch,
    @DefaultValue("500") int round) {}

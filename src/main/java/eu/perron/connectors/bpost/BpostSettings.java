package eu.perron.connectors.bpost;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param quietFor after how long without news of a parcel we ask
 * @param askAtMost parcels in one question
 * @param askPerDay parcels in a day; bpost names no figure, so a cautious one (unverified)
 */
@ConfigurationProperties("perron.partners.bpost")
record BpostSettings(
    String account,
    String passphrase,
    @DefaultValue("PDF") String labelFormat,
    @DefaultValue("12h") Duration quietFor,
    @DefaultValue("50") int askAtMost,
    @DefaultValue("2000") int askPerDay) {}

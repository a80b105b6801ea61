package eu.perron.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param key the word that marks entries and anchors as ours; empty: invented, in keys/audit of the
 *     data folder
 * @param anchors the file of anchors; empty: audit/anchors.log of the data folder
 * @param kept false where nothing is done that must be told: a process of simulated partners alone
 */
@ConfigurationProperties("perron.audit")
public record AuditSettings(String key, Path anchors, @DefaultValue("true") boolean kept) {}

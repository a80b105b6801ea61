package eu.perron.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who declares.
 *
 * @param declarant EORI number of the house; invented until set
 * @param representative EORI number of who files for the declarant
 * @param representativeStatus 2 direct, 3 indirect: debtor beside the declarant
 */
@ConfigurationProperties("perron.imports")
record ImportSettings(
    @DefaultValue("BE0123456749") String declarant,
    @DefaultValue("BE0123456749") String representative,
    @DefaultValue("3") int representativeStatus) {}

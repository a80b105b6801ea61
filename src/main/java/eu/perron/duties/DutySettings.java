package eu.perron.duties;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param itemKey which lines customs counts as one item; the Commission's guidance may change it
 */
@ConfigurationProperties("perron.duties")
record DutySettings(@DefaultValue("CODE_AND_DESCRIPTION") ItemKey itemKey) {}

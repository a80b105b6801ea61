package eu.perron.house;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param partnerPassword with which partners knock; empty: invented at the first start
 */
@ConfigurationProperties("perron")
record DoorSettings(String partnerPassword) {}

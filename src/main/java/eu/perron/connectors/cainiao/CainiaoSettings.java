package eu.perron.connectors.cainiao;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param provider who we are to the platform (logistic_provider_id)
 * @param secret the word behind every digest
 */
@ConfigurationProperties("perron.partners.cainiao")
record CainiaoSettings(String provider, String secret) {}

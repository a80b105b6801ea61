package eu.perron.connectors.belgium;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param declarationsPerMessage 1: each goes alone; at most 999. Whether the administration takes
 *     several at once is unverified
 */
@ConfigurationProperties("perron.partners.belgian-customs")
record IdmsSettings(@DefaultValue("100") int declarationsPerMessage) {
  private static final int MOST = 999;

  IdmsSettings {
    if (declarationsPerMessage < 1 || declarationsPerMessage > MOST) {
      throw new IllegalArgumentException(
          "PERRON_BELGIAN_CUSTOMS_DECLARATIONS_PER_MESSAGE is %d; 1 to %d are wanted"
              .formatted(declarationsPerMessage, MOST));
    }
  }
}

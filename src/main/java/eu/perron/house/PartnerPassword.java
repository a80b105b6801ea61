package eu.perron.house;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What partners say at our doors, their user name being the partner's. Set by {@code PERRON_PARTNER_PASSWORD}, else
 * invented at the first start and kept in the data folder.
 */
@Component
public class PartnerPassword {
  private final String value;

  PartnerPassword(@Value("${perron.partner-password:}") String given, PerronSettings settings) throws IOException {
    this.value = given.isBlank() ? Secrets.kept(settings.dataDir().resolve("partner-password")) : given;
  }

  public String value() {
    return value;
  }
}

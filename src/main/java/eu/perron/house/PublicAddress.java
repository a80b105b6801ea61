package eu.perron.house;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach this node. */
@Component
public class PublicAddress {
  private final PerronSettings settings;
  private final Environment environment;

  PublicAddress(PerronSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /** Without a slash at the end. */
  public String value() {
    String configured = settings.publicUrl();
    return configured == null || configured.isBlank()
        ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
        : configured.replaceAll("/+$", "");
  }

  public String tracking(String number) {
    return value() + "/track/" + number;
  }
}

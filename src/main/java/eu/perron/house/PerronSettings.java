package eu.perron.house;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set from outside. Every property has an environment variable named in the
 * README.
 *
 * @param dataDir embedded database, connector folders, labels
 * @param publicUrl the address people reach this node at; empty: http://localhost and the port
 */
@ConfigurationProperties("perron")
public record PerronSettings(
    @DefaultValue("var") Path dataDir,
    @DefaultValue("processes") Path processesDir,
    @DefaultValue("connectors") Path connectorsDir,
    String publicUrl,
    @DefaultValue Database database,
    @DefaultValue Demo demo) {

  /** An outside MariaDB; without a url the embedded one is started. */
  public record Database(String url, @DefaultValue("perron") String user, String password) {
    public boolean isEmbedded() {
      return url == null || url.isBlank();
    }
  }

  /**
   * The demonstration's accounts and simulated partners.
   *
   * @param pace 1 = about three minutes from order to door; 0 = simulators answer at once
   */
  public record Demo(
      Boolean accounts, String apiKey, String password, @DefaultValue("1") double pace) {}

  public boolean demoAccounts() {
    return demo.accounts() == null ? database.isEmbedded() : demo.accounts();
  }

  /**
   * The folder of a partner's files: what we send lies in {@code out}, what we receive in {@code
   * in}.
   */
  public Path connectFolder(String partner) {
    return dataDir.resolve("connect").resolve(partner);
  }
}

package eu.perron.sanctions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A person, company or group on the list.
 *
 * @param id the publisher's logical id; the same from version to version
 * @param reference {@code EU.27.28}; the id if the file gives none
 * @param births days, years or places of birth, as published
 * @param countries of citizenship and address, ISO 3166 alpha-2; empty if the publisher knows none
 * @param programme {@code UKR}, {@code TERR} …
 * @param regulation number and title of the act
 * @param publication where the act can be read
 */
public record ListedEntry(
    String id,
    String reference,
    Subject subject,
    List<ListedName> names,
    List<String> births,
    List<String> countries,
    List<String> addresses,
    List<String> documents,
    String programme,
    String regulation,
    String publication,
    String remark) {

  public enum Subject {
    PERSON,
    ENTERPRISE,
    UNKNOWN
  }

  /** The name it is called by on our pages. */
  public String title() {
    return names.isEmpty() ? reference : names.get(0).whole();
  }

  /**
   * Changes with whatever tells who is meant; a new act about the same person changes nothing. What
   * a clerk decided holds for one digest only.
   */
  public String digest() {
    String identity =
        subject
            + "\n"
            + sorted(names.stream().map(name -> name.whole() + "/" + name.strong()).toList())
            + sorted(births)
            + sorted(countries)
            + sorted(addresses)
            + sorted(documents)
            + remark;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no SHA-256", impossible);
    }
  }

  private static String sorted(List<String> values) {
    return values.stream().sorted().distinct().collect(Collectors.joining("|")) + "\n";
  }
}

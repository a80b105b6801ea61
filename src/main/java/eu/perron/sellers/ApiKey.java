package eu.perron.sellers;

import eu.perron.house.Invented;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A key as its owner holds it. We keep its hash: an unsalted one is enough for a secret of 160
 * bits.
 */
record ApiKey(String value) {
  static ApiKey invented() {
    return new ApiKey("pk_" + Invented.secret(32));
  }

  String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Enough to recognise it by, a third of it at the most. */
  String prefix() {
    return value.substring(0, Math.min(10, value.length() / 3));
  }

  @Override
  public String toString() {
    return prefix() + "…";
  }
}

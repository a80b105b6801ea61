package eu.perron.audit;

import eu.perron.house.PerronSettings;
import eu.perron.house.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The key that lies outside the database: entries, the head and the anchors bear its mark, so that
 * nobody who has only the database can write one.
 */
@Component
class AuditKey {
  static final int LENGTH = 16;
  private static final String ALGORITHM = "HmacSHA256";
  private final Mac ready;

  @Autowired
  AuditKey(PerronSettings settings, AuditSettings audit) {
    this(isGiven(audit) ? audit.key().strip() : Secrets.kept(file(settings)));
  }

  AuditKey(String word) {
    try {
      this.ready = Mac.getInstance(ALGORITHM);
      ready.init(new SecretKeySpec(("audit|" + word).getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, impossible);
    }
  }

  /** For whoever only reads: none is invented. */
  static Optional<AuditKey> known(PerronSettings settings, AuditSettings audit) {
    try {
      return isGiven(audit)
          ? Optional.of(new AuditKey(audit.key().strip()))
          : Files.isReadable(file(settings))
              ? Optional.of(new AuditKey(Files.readString(file(settings)).strip()))
              : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isGiven(AuditSettings audit) {
    return audit.key() != null && !audit.key().isBlank();
  }

  private static Path file(PerronSettings settings) {
    return settings.dataDir().resolve("keys").resolve("audit");
  }

  byte[] macOf(byte[] entry) {
    return mac("entry", entry);
  }

  byte[] macOfHead(long number, byte[] hash) {
    return mac(
        "head", ByteBuffer.allocate(Long.BYTES + hash.length).putLong(number).put(hash).array());
  }

  byte[] macOfAnchor(String previous, String line) {
    return mac("anchor", (previous + " " + line).getBytes(StandardCharsets.UTF_8));
  }

  static boolean same(byte[] one, byte[] other) {
    return one != null && other != null && MessageDigest.isEqual(one, other);
  }

  private byte[] mac(String what, byte[] bytes) {
    try {
      Mac mac = (Mac) ready.clone();
      mac.update(what.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(bytes), LENGTH);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("This Java cannot copy " + ALGORITHM, impossible);
    }
  }
}

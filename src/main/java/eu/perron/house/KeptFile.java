package eu.perron.house;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file somebody handed in, as the database keeps it: packed by gzip, known by its SHA-256. */
public final class KeptFile {
  private KeptFile() {}

  public static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no SHA-256", impossible);
    }
  }

  public static byte[] packed(byte[] file) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  public static byte[] unpacked(byte[] packed) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return zip.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException("A kept file cannot be unpacked", damaged);
    }
  }
}

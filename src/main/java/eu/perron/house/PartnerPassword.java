package eu.perron.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The password of every partner's door, its user name being the partner's id. Set from outside, or invented once and
 * kept in a file of the data folder that only its owner may read.
 */
@Component
@Order(30)
public class PartnerPassword implements Greeting {
  private final String value;
  private final String whereItIs;

  PartnerPassword(PerronSettings settings, DoorSettings doors) {
    if (doors.partnerPassword() != null && !doors.partnerPassword().isBlank()) {
      this.value = doors.partnerPassword();
      this.whereItIs = "PERRON_PARTNER_PASSWORD";
    } else {
      Path file = settings.dataDir().resolve("partner-password");
      this.value = kept(file);
      this.whereItIs = "in the file " + file;
    }
  }

  public String value() {
    return value;
  }

  boolean matches(String given) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<Line> lines() {
    return List.of(new Line("partner password", whereItIs));
  }

  private static String kept(Path file) {
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, onlyForTheOwner(file));
        Files.writeString(file, Invented.secret(24), StandardOpenOption.WRITE);
      }
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException("The partner password cannot be kept in " + file, failure);
    }
  }

  private static FileAttribute<?>[] onlyForTheOwner(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

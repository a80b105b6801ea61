package eu.perron.house;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The password of every partner's door, its user name being the partner's id. Set from outside, or
 * invented once and kept in a file of the data folder that only its owner may read.
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
      this.value = Secrets.kept(file);
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
}

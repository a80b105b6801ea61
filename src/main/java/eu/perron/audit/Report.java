package eu.perron.audit;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a verification found.
 *
 * @param entries sealed entries that were read
 * @param anchors that agree with them
 * @param firstAnchor number at which the file of anchors begins; -1: there is none
 * @param waiting entries not yet sealed
 * @param damages those that are told one by one
 * @param found how many there are
 * @param marksRead false if the key was not there: hashes were checked, marks were not
 */
public record Report(
    long entries,
    long lastNumber,
    byte[] hash,
    long anchors,
    long firstAnchor,
    long waiting,
    LocalDateTime oldestWaiting,
    List<Damage> damages,
    long found,
    boolean marksRead,
    Duration took) {

  public boolean isWhole() {
    return found == 0;
  }

  public String head() {
    return HexFormat.of().formatHex(hash);
  }

  /** For a person, or for the log of the one who asked. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        isWhole()
            ? "%d entries, chain whole, head %s, anchors %d agree"
                .formatted(entries, head(), anchors)
            : "%d entries, %d damages, head %s, anchors %d agree"
                .formatted(entries, found, head(), anchors));
    text.append(" (%d ms)".formatted(took.toMillis()));
    if (waiting > 0) {
      text.append(
          "\n%d entries not yet sealed, the oldest of %s UTC".formatted(waiting, oldestWaiting));
    }
    if (firstAnchor > 0) {
      text.append("\nthe anchors begin only at entry ").append(firstAnchor);
    }
    if (!marksRead) {
      text.append("\nwithout the key (keys/audit or PERRON_AUDIT_KEY): marks were not checked");
    }
    if (!isWhole()) {
      text.append('\n')
          .append(damages.stream().map(Damage::toString).collect(Collectors.joining("\n")));
      if (found > damages.size()) {
        text.append("\nand ").append(found - damages.size()).append(" more");
      }
    }
    return text.toString();
  }
}

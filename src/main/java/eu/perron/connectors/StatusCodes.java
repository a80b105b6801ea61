package eu.perron.connectors;

import eu.perron.delivery.DeliveryState;
import eu.perron.trade.MilestoneCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a carrier's codes mean, from {@code connectors/<carrier>/status-codes.csv}: by interface,
 * because one carrier speaks differently at each, and by date, because carriers change their minds.
 * A code that stands in no row means nothing to us; it is never guessed at.
 */
public final class StatusCodes {
  /**
   * @param state null if it tells nothing about where the parcel stands
   */
  public record Meaning(MilestoneCode milestone, DeliveryState state, String says) {}

  private record Code(String door, String code) {}

  private final Map<Code, NavigableMap<LocalDate, Meaning>> rows;

  private StatusCodes(Map<Code, NavigableMap<LocalDate, Meaning>> rows) {
    this.rows = rows;
  }

  /**
   * @throws IllegalStateException naming file and line, so that a slip is seen at the start
   */
  public static StatusCodes load(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      return read(text, file.toString());
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "The status codes in %s cannot be read: %s".formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  static StatusCodes read(Reader text, String name) throws IOException {
    Map<Code, NavigableMap<LocalDate, Meaning>> rows = new HashMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser lines = format.parse(text)) {
      for (CSVRecord line : lines) {
        try {
          Code code = new Code(line.get("interface"), line.get("code"));
          Meaning before =
              rows.computeIfAbsent(code, any -> new TreeMap<>())
                  .put(LocalDate.parse(line.get("valid_from")), meaning(line));
          if (before != null) {
            throw new IllegalArgumentException(code.code() + " has two rows of one day");
          }
        } catch (RuntimeException slip) {
          throw new IllegalStateException(
              "%s, line %d: %s".formatted(name, lines.getCurrentLineNumber(), slip.getMessage()),
              slip);
        }
      }
    }
    return new StatusCodes(rows);
  }

  private static Meaning meaning(CSVRecord line) {
    String stateName = line.get("state");
    DeliveryState state = stateName.isEmpty() ? null : DeliveryState.valueOf(stateName);
    boolean terminal =
        switch (line.get("terminal").toLowerCase(Locale.ROOT)) {
          case "yes" -> true;
          case "no" -> false;
          default -> throw new IllegalArgumentException("terminal is yes or no");
        };
    if (terminal != (state != null && state.isTerminal())) {
      throw new IllegalArgumentException(
          "terminal says %s, but the state %s says otherwise"
              .formatted(line.get("terminal"), stateName));
    }
    return new Meaning(MilestoneCode.valueOf(line.get("milestone")), state, line.get("says"));
  }

  /** What it meant on the day it was written. */
  public Optional<Meaning> meaning(String door, String code, LocalDate on) {
    return Optional.ofNullable(rows.get(new Code(door, code)))
        .map(byDate -> byDate.floorEntry(on))
        .map(Map.Entry::getValue);
  }
}

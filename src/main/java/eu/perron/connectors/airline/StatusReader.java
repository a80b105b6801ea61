package eu.perron.connectors.airline;

import eu.perron.connectors.airline.ImpLines.Line;
import eu.perron.freight.FlightNumber;
import eu.perron.freight.FlightStatus;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One status line. Elements are known by their shape more than by their place, as live messages
 * leave some out and put slashes too many; after the quantity only times follow that concern us,
 * for names may look like anything.
 */
final class StatusReader {
  private static final Set<String> KNOWN =
      Set.of(
          "BKD", "RCS", "MAN", "DEP", "ARR", "RCF", "NFD", "DLV", "DIS", "FOH", "RCT", "AWR", "PRE",
          "TRM", "TFD", "AWD", "DDL", "CCD", "TGC", "CRC", "FIW", "FOW");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("JAN", 1),
          Map.entry("FEB", 2),
          Map.entry("MAR", 3),
          Map.entry("APR", 4),
          Map.entry("MAY", 5),
          Map.entry("JUN", 6),
          Map.entry("JUL", 7),
          Map.entry("AUG", 8),
          Map.entry("SEP", 9),
          Map.entry("OCT", 10),
          Map.entry("NOV", 11),
          Map.entry("DEC", 12));
  private static final Pattern DATE = Pattern.compile("([0-9]{2})([A-Z]{3})([0-9]{4})?(-[A-Z])?");
  private static final Pattern TIME =
      Pattern.compile("[AES](?:[01][0-9]|2[0-3])[0-5][0-9](?:-[A-Z])?");

  private final Line line;
  private final String code;
  private String flight;
  private String date;
  private String time;
  private String station;
  private String toStation;
  private String discrepancy;
  private String departed;
  private String arrived;
  private ImpQuantity quantity;

  private StatusReader(Line line) {
    this.line = line;
    this.code = line.text().substring(0, 3);
  }

  /**
   * @param whole the quantity of the air waybill's own line, which a status without one speaks of;
   *     may be null
   */
  static FlightStatus read(String awb, Line line, ImpQuantity whole, List<String> houses)
      throws FaultyLine {
    StatusReader reader = new StatusReader(line);
    if (KNOWN.contains(reader.code)) {
      reader.read();
    }
    return reader.status(awb, whole, houses);
  }

  private void read() throws FaultyLine {
    String[] tokens = line.text().split("/", -1);
    for (int i = 1; i < tokens.length; i++) {
      String token = tokens[i].strip();
      if (quantity != null) {
        readTime(token);
      } else if (!token.isEmpty()) {
        String next = i + 1 < tokens.length ? tokens[i + 1].strip() : "";
        if (flight == null
            && date == null
            && token.length() == 2
            && next.matches("[0-9]{3,4}[A-Z]?")) {
          flight = FlightNumber.normalise(token + next).orElse(null);
          i++;
        } else {
          readElement(token);
        }
      }
    }
    if ("DIS".equals(code) && discrepancy == null) {
      throw line.faulty("a discrepancy needs its code of four letters, such as OFLD or MSCA");
    }
  }

  private void readElement(String token) throws FaultyLine {
    Optional<ImpQuantity> counted = ImpQuantity.of(token);
    Matcher dated = DATE.matcher(token);
    if (counted.isPresent()) {
      quantity = counted.get();
    } else if (date == null && dated.matches()) {
      readDate(dated);
    } else if (flight == null && date == null && FlightNumber.normalise(token).isPresent()) {
      flight = FlightNumber.normalise(token).get();
    } else if (station == null && token.matches("[A-Z]{3}")) {
      station = token;
    } else if (station == null && token.matches("[A-Z]{6}")) {
      station = token.substring(0, 3);
      toStation = token.substring(3);
    } else if ("DIS".equals(code) && discrepancy == null && token.matches("[A-Z]{4}")) {
      discrepancy = token;
    } else {
      readTime(token);
    }
  }

  private void readDate(Matcher dated) throws FaultyLine {
    Integer month = MONTHS.get(dated.group(2));
    try {
      if (month == null) {
        throw new DateTimeException(dated.group(2));
      }
      MonthDay.of(month, Integer.parseInt(dated.group(1)));
    } catch (DateTimeException noSuchDay) {
      throw line.faulty(dated.group(1) + dated.group(2) + " is no day of the year");
    }
    date = dated.group(1) + dated.group(2);
    if (dated.group(3) != null) {
      if (!TIME.matcher("A" + dated.group(3)).matches()) {
        throw line.faulty(dated.group(3) + " is no time of the day");
      }
      time = dated.group(3) + (dated.group(4) == null ? "" : dated.group(4));
    }
  }

  private void readTime(String token) {
    if (!TIME.matcher(token).matches()) {
      return;
    }
    if (departed == null) {
      departed = token;
    } else if (arrived == null) {
      arrived = token;
    }
  }

  private FlightStatus status(String awb, ImpQuantity whole, List<String> houses) {
    ImpQuantity told = quantity == null ? whole : quantity;
    return new FlightStatus(
        awb,
        code,
        flight,
        date,
        time,
        departed,
        arrived,
        station,
        toStation,
        told == null ? null : told.extent(),
        told == null ? null : told.pieces(),
        told == null ? null : told.weightKg(),
        discrepancy,
        houses,
        line.text());
  }
}

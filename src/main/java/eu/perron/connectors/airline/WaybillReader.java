package eu.perron.connectors.airline;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.airline.ImpLines.Line;
import eu.perron.freight.FlightNumber;
import eu.perron.freight.MasterWaybill.LotMark;
import eu.perron.trade.AirWaybillNumber;
import eu.perron.trade.InvalidIdentifier;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an FWB as an airline would: the parts it books and flies by. */
final class WaybillReader {
  private static final Pattern WAYBILL =
      Pattern.compile("([0-9]{3}-?[0-9]{8})([A-Z]{3})([A-Z]{3})/(.{1,40})");
  private static final Pattern FLIGHT = Pattern.compile("FLT/([A-Z0-9]{3,7})/([0-9]{1,2})(?:/.*)?");
  private static final Pattern ISSUED = Pattern.compile("ISU/([0-9]{2}[A-Z]{3}[0-9]{2})(?:/.*)?");
  private static final Pattern REFERENCE = Pattern.compile("REF/([^/]{0,10})/([^/]{1,17})(?:/.*)?");
  private static final Pattern HOUSE =
      Pattern.compile("(?:OCI)?/[A-Z]{0,2}/HWB/I/([A-Z0-9]{1,20})");
  private static final Pattern LOT = Pattern.compile("///ST/LOT ([A-Z0-9]{1,20}) ([0-9]{1,5})PCS");
  private static final Set<String> MANDATORY =
      Set.of("RTG", "SHP", "CNE", "CVD", "RTD", "ISU", "REF");
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("ddMMMyy")
          .toFormatter(Locale.US);

  private WaybillReader() {}

  /**
   * @param flight and flightDate null where the airline is left to choose
   */
  record Waybill(
      String awb,
      String origin,
      String destination,
      ImpQuantity quantity,
      String flight,
      LocalDate flightDate,
      LocalDate issued,
      String sender,
      String reference,
      List<LotMark> marks) {

    Set<String> lots() {
      return marks.stream().map(LotMark::lot).collect(java.util.stream.Collectors.toSet());
    }

    /** The number behind the hyphen of our reference: which hand-over this is. */
    int attempt() {
      String number = reference.substring(reference.lastIndexOf('-') + 1);
      return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 1;
    }
  }

  static Waybill read(byte[] body) throws Unreadable {
    List<Line> lines = ImpLines.read(body, Set.of("FWB")).lines();
    if (lines.isEmpty()) {
      throw new Unreadable("the message", "nothing follows its first line");
    }
    Line first = lines.get(0);
    Matcher waybill = WAYBILL.matcher(first.text());
    if (!waybill.matches()) {
      throw first.faulty(
          "the air waybill number, origin, destination and quantity must come first");
    }
    ImpQuantity quantity =
        ImpQuantity.of(waybill.group(4))
            .orElseThrow(
                () -> first.faulty("no quantity such as T41K509.0 stands behind the airports"));
    checkMandatory(lines);
    LocalDate issued = issued(lines);
    String[] flight = {null, null};
    String[] reference = {"", ""};
    for (Line line : lines) {
      Matcher flown = FLIGHT.matcher(line.text());
      if (flown.matches()) {
        flight[0] =
            FlightNumber.normalise(flown.group(1))
                .orElseThrow(() -> line.faulty("no flight number"));
        flight[1] = flown.group(2);
      }
      Matcher referred = REFERENCE.matcher(line.text());
      if (referred.matches()) {
        reference[0] = referred.group(1);
        reference[1] = referred.group(2);
      }
    }
    return new Waybill(
        number(first, waybill.group(1)),
        waybill.group(2),
        waybill.group(3),
        quantity,
        flight[0],
        flight[1] == null ? null : nearest(Integer.parseInt(flight[1]), issued),
        issued,
        reference[0],
        reference[1],
        marks(lines));
  }

  private static void checkMandatory(List<Line> lines) throws Unreadable {
    Set<String> missing = new HashSet<>(MANDATORY);
    lines.forEach(
        line -> missing.remove(line.text().length() < 3 ? "" : line.text().substring(0, 3)));
    if (!missing.isEmpty()) {
      throw new Unreadable(
          "the message", "these lines are missing: " + missing.stream().sorted().toList());
    }
  }

  private static LocalDate issued(List<Line> lines) throws Unreadable {
    for (Line line : lines) {
      Matcher issued = ISSUED.matcher(line.text());
      if (issued.matches()) {
        try {
          return LocalDate.parse(issued.group(1), DATE);
        } catch (DateTimeParseException noDate) {
          throw line.faulty(issued.group(1) + " is no date");
        }
      }
    }
    throw new Unreadable("ISU", "the day of execution, such as 22NOV26, is missing");
  }

  /** A flight is named by its day alone: the one nearest to the day of execution. */
  private static LocalDate nearest(int day, LocalDate issued) {
    for (int distance = 0; distance < 31; distance++) {
      if (issued.plusDays(distance).getDayOfMonth() == day) {
        return issued.plusDays(distance);
      }
      if (distance < 15 && issued.minusDays(distance).getDayOfMonth() == day) {
        return issued.minusDays(distance);
      }
    }
    return issued;
  }

  private static String number(Line line, String digits) throws FaultyLine {
    try {
      return AirWaybillNumber.parse(digits).value();
    } catch (InvalidIdentifier wrong) {
      throw line.faulty(wrong.getMessage());
    }
  }

  private static List<LotMark> marks(List<Line> lines) {
    List<LotMark> marks = new ArrayList<>();
    String house = null;
    for (Line line : lines) {
      Matcher named = HOUSE.matcher(line.text());
      Matcher lot = LOT.matcher(line.text());
      if (named.matches()) {
        house = named.group(1);
      } else if (lot.matches() && house != null) {
        marks.add(new LotMark(house, Integer.parseInt(lot.group(2)), lot.group(1)));
      }
    }
    return marks;
  }
}

package eu.perron.connectors.airline;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.connectors.airline.ImpLines.Line;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.freight.FlightStatus;
import eu.perron.trade.AirWaybillNumber;
import eu.perron.trade.InvalidIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** FSU (and FSA, the same body): status of consignments, told in as many lines as happened. */
@Component
class FsuReader implements MessageReader {
  static final String KIND = "flight-status";
  private static final Pattern WAYBILL =
      Pattern.compile("([0-9]{3})-?([0-9]{8})(?:[A-Z]{6}|[A-Z]{3})?(?:/(.{0,60}))?");
  private static final Pattern STATUS = Pattern.compile("[A-Z]{3}(?:/.*)?");

  private static final Pattern HOUSE = Pattern.compile("[A-Z0-9]{1,20}");
  private static final int MOST_HOUSES = 2500;

  /** They add to the status above them. */
  private static final Set<String> ADDITIONS = Set.of("OCI", "OSI", "ULD");

  @Override
  public Partner partner() {
    return Partner.AIRLINE;
  }

  @Override
  public String operation() {
    return "fsu";
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    ImpLines message = ImpLines.read(body, Set.of("FSU", "FSA"));
    List<FlightStatus> statuses = new ArrayList<>();
    Pending pending = null;
    String awb = null;
    ImpQuantity whole = null;
    for (Line line : message.lines()) {
      Matcher waybill = WAYBILL.matcher(line.text().strip());
      if (waybill.matches()) {
        finish(pending, statuses);
        pending = null;
        awb = number(line, waybill);
        whole =
            waybill.group(3) == null ? null : ImpQuantity.of(waybill.group(3).strip()).orElse(null);
      } else if (awb == null) {
        throw line.faulty(
            "the air waybill's line, such as 157-53806270HKGLGG/T10, must come first");
      } else if (line.text().startsWith("/") || isAddition(line)) {
        if (pending != null) {
          pending.add(line);
        }
      } else if (STATUS.matcher(line.text()).matches()) {
        finish(pending, statuses);
        pending = new Pending(awb, line, whole);
      } else {
        throw line.faulty(
            "neither a status (three letters and a slash) nor the continuation of one (a slash first)");
      }
    }
    finish(pending, statuses);
    if (statuses.isEmpty()) {
      throw new Unreadable("the message", "no status stands in it");
    }
    return new Reading(Hash.of(body), statuses.stream().map(FsuReader::arrival).toList());
  }

  @Override
  public Answer refused(Unreadable problem) {
    return new Answer(400, "text/plain", Acknowledgements.refusal(problem));
  }

  private static Arrival arrival(FlightStatus status) {
    return new Arrival(
        KIND,
        Hash.of(status.awb() + "|" + status.raw() + "|" + status.houses()),
        status.awb(),
        status);
  }

  private static String number(Line line, Matcher waybill) throws FaultyLine {
    try {
      return AirWaybillNumber.parse(waybill.group(1) + waybill.group(2)).value();
    } catch (InvalidIdentifier wrong) {
      throw line.faulty(wrong.getMessage());
    }
  }

  private static boolean isAddition(Line line) {
    return line.text().length() > 3
        && line.text().charAt(3) == '/'
        && ADDITIONS.contains(line.text().substring(0, 3));
  }

  private static void finish(Pending pending, List<FlightStatus> statuses) throws FaultyLine {
    if (pending != null) {
      statuses.add(pending.read());
    }
  }

  /** A status and the lines below it. */
  private static final class Pending {
    private final String awb;
    private final Line line;
    private final ImpQuantity whole;
    private final List<String> houses = new ArrayList<>();
    private boolean inCustoms;

    Pending(String awb, Line line, ImpQuantity whole) {
      this.awb = awb;
      this.line = line;
      this.whole = whole;
    }

    /**
     * {@code OCI//HWB/I/number}, and continued {@code //HWB/I/number}: which houses the status
     * concerns.
     */
    void add(Line addition) throws FaultyLine {
      String text = addition.text();
      inCustoms = text.startsWith("/") ? inCustoms : text.startsWith("OCI/");
      String[] parts = text.split("/", -1);
      int last = parts.length - 1;
      if (inCustoms
          && last >= 3
          && parts[last - 2].equals("HWB")
          && parts[last - 1].equals("I")
          && HOUSE.matcher(parts[last].strip()).matches()) {
        if (houses.size() == MOST_HOUSES) {
          throw addition.faulty("a status names at most %d houses".formatted(MOST_HOUSES));
        }
        houses.add(parts[last].strip());
      }
    }

    FlightStatus read() throws FaultyLine {
      return StatusReader.read(awb, line, whole, houses.stream().distinct().toList());
    }
  }
}

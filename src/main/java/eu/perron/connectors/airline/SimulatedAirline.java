package eu.perron.connectors.airline;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.airline.WaybillReader.Waybill;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.freight.MasterWaybill.LotMark;
import eu.perron.house.PerronSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An airline that decides from the waybill alone. All its times count from the moment in the
 * waybill's envelope, so a waybill received twice is answered in the same bytes.
 */
@Component("simulatedAirline")
@Profile("simulators")
@Transactional
public class SimulatedAirline {
  private static final Pattern SENT =
      Pattern.compile("(?m)^\\.[A-Z0-9]{7} ([0-9]{2})([0-9]{2})([0-9]{2})");
  private static final Map<String, ZoneId> ZONES =
      Map.of("HGH", ZoneId.of("Asia/Shanghai"), "LGG", ZoneId.of("Europe/Brussels"));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMM", Locale.US);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HHmm", Locale.US);

  private final LetterBox letterBox;
  private final Books books;
  private final double pace;

  SimulatedAirline(LetterBox letterBox, Books books, PerronSettings settings) {
    this.letterBox = letterBox;
    this.books = books;
    this.pace = settings.demo().pace();
  }

  public void receive(byte[] body) {
    try {
      if (ImpLines.read(body, Set.of("FWB", "FHL")).type().equals("FHL")) {
        enter("FHL", HouseManifestReader.read(body).awb(), body);
        acknowledge(Acknowledgements.taken("LIST ACCEPTED", body));
      } else {
        Waybill waybill = WaybillReader.read(body);
        enter("FWB-" + waybill.attempt(), waybill.awb(), body);
        fly(waybill, body);
      }
    } catch (Unreadable problem) {
      acknowledge(Acknowledgements.refused(problem.getMessage(), body));
    }
  }

  private void enter(String operation, String awb, byte[] body) {
    books.enter("airline", body, List.of(new Books.Entry(operation, awb, awb)));
  }

  private void fly(Waybill waybill, byte[] body) {
    Set<String> lots = waybill.lots();
    if (waybill.flight() == null || waybill.quantity().weightKg() == null) {
      acknowledge(Acknowledgements.refused("FLIGHT AND WEIGHT ARE WANTED", body));
      return;
    }
    if (lots.contains("AIRFNA") && waybill.attempt() == 1) {
      acknowledge(Acknowledgements.refused("FLIGHT CLOSED FOR BOOKING. CHOOSE ANOTHER", body));
      return;
    }
    acknowledge(Acknowledgements.taken("WAYBILL ACCEPTED", body));
    boolean offloaded =
        lots.contains("AIROFLD") && waybill.attempt() == (lots.contains("AIRFNA") ? 2 : 1);
    Telex telex = new Telex(waybill, sentAt(waybill, body));
    telex.send(3, at -> "BKD/" + telex.flight() + "/" + telex.whole());
    telex.send(6, at -> "RCS/" + telex.at(waybill.origin(), at) + "/" + telex.quantity("T"));
    telex.send(9, at -> "MAN/" + telex.flight() + "/" + telex.whole());
    if (offloaded) {
      telex.send(
          14,
          at ->
              "DIS/"
                  + waybill.flight()
                  + "/"
                  + telex.stamp(waybill.origin(), at)
                  + "/"
                  + waybill.origin()
                  + "/OFLD/"
                  + telex.quantity("T"));
      return;
    }
    telex.send(
        14, at -> "DEP/" + telex.flight() + "/" + telex.whole() + "/A" + telex.departure(at));
    telex.send(
        22,
        at ->
            "ARR/"
                + waybill.flight()
                + "/"
                + telex.at(waybill.destination(), at)
                + "/"
                + telex.quantity("T"));
    breakDown(telex, waybill);
  }

  private void breakDown(Telex telex, Waybill waybill) {
    List<LotMark> missing =
        waybill.marks().stream().filter(mark -> mark.lot().equals("AIRMSCA")).toList();
    int lost = missing.stream().mapToInt(LotMark::pieces).sum();
    int came = waybill.quantity().pieces() - lost;
    String received =
        lost == 0 ? telex.quantity("T") : "P" + came + "T" + waybill.quantity().pieces();
    String place = waybill.destination();
    if (lost > 0) {
      StringBuilder houses = new StringBuilder();
      missing.forEach(
          mark ->
              houses
                  .append(houses.length() == 0 ? "\r\nOCI//HWB/I/" : "\r\n//HWB/I/")
                  .append(mark.house()));
      telex.send(
          28,
          at ->
              "DIS/"
                  + waybill.flight()
                  + "/"
                  + telex.stamp(place, at)
                  + "/"
                  + place
                  + "/MSCA/P"
                  + lost
                  + "T"
                  + waybill.quantity().pieces()
                  + houses);
    }
    if (came > 0) {
      telex.send(28, at -> "RCF/" + waybill.flight() + "/" + telex.at(place, at) + "/" + received);
      telex.send(30, at -> "NFD/" + telex.at(place, at) + "/" + received + "/PERRON LIEGE HUB");
    }
  }

  private void acknowledge(byte[] message) {
    letterBox.post("airline", "fna", "text/plain", message, Duration.ofSeconds(1));
  }

  /**
   * The origin line has day, hour and minute in UTC; the waybill's day of execution is never more
   * than one day off.
   */
  private static Instant sentAt(Waybill waybill, byte[] body) {
    Matcher sent = SENT.matcher(new String(body, StandardCharsets.ISO_8859_1));
    if (sent.find() && sent.group(2).compareTo("24") < 0 && sent.group(3).compareTo("60") < 0) {
      LocalTime time =
          LocalTime.of(Integer.parseInt(sent.group(2)), Integer.parseInt(sent.group(3)));
      for (int days = -1; days <= 1; days++) {
        LocalDate day = waybill.issued().plusDays(days);
        if (day.getDayOfMonth() == Integer.parseInt(sent.group(1))) {
          return day.atTime(time).toInstant(ZoneOffset.UTC);
        }
      }
    }
    return waybill.issued().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  private interface StatusAt {
    String write(Instant at);
  }

  /** Writes the messages of one waybill. */
  private final class Telex {
    private final Waybill waybill;
    private final Instant sent;

    Telex(Waybill waybill, Instant sent) {
      this.waybill = waybill;
      this.sent = sent;
    }

    void send(int seconds, StatusAt status) {
      Instant at = sent.plusMillis(Math.round(seconds * 1000 * pace));
      ImpWriter out =
          ImpWriter.envelope(
                  waybill.sender(), waybill.origin() + "FM" + waybill.flight().substring(0, 2), at)
              .line("FSU/14")
              .line(
                  waybill.awb()
                      + waybill.origin()
                      + waybill.destination()
                      + "/T"
                      + waybill.quantity().pieces());
      status.write(at).lines().forEach(out::line);
      letterBox.post("airline", "fsu", "text/plain", out.bytes(), Duration.ofSeconds(seconds));
    }

    String flight() {
      return waybill.flight() + "/" + DAY.format(waybill.flightDate()).toUpperCase(Locale.ROOT);
    }

    String whole() {
      return waybill.origin() + waybill.destination() + "/" + quantity("T");
    }

    String quantity(String extent) {
      return extent
          + waybill.quantity().pieces()
          + "K"
          + ImpText.number(waybill.quantity().weightKg());
    }

    String stamp(String station, Instant at) {
      ZonedDateTime local = at.atZone(ZONES.getOrDefault(station, ZoneOffset.UTC));
      return (DAY.format(local) + CLOCK.format(local)).toUpperCase(Locale.ROOT);
    }

    String at(String station, Instant at) {
      return stamp(station, at) + "/" + station;
    }

    /**
     * The flight keeps its date, whatever the clock says; a letter tells that it left the day
     * before or after.
     */
    String departure(Instant at) {
      ZonedDateTime local = at.atZone(ZONES.getOrDefault(waybill.origin(), ZoneOffset.UTC));
      LocalDate day = local.toLocalDate();
      return CLOCK.format(local)
          + (day.equals(waybill.flightDate().minusDays(1))
              ? "-P"
              : day.equals(waybill.flightDate().plusDays(1)) ? "-N" : "");
    }
  }
}

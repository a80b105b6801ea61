package eu.perron.bench;

import com.sun.net.httpserver.HttpServer;
import eu.perron.chaos.Await;
import eu.perron.chaos.Node;
import eu.perron.chaos.Ports;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * One aircraft full of parcels. The airline is played here, so that its news comes when we want it.
 * The carrier gives its labels and tells nothing more: no parcel is delivered in the second after
 * its release. All other partners are those of every part.
 */
final class Flight implements Part {
  private static final int PARCELS = 100_000;
  private static final char ABOARD = 'L';
  private static final String BOOKING = "WaitForBooking";
  private static final Duration PATIENCE = Duration.ofMinutes(40);
  private static final ZoneId THERE = ZoneId.of("Asia/Shanghai");
  private static final ZoneId HERE = ZoneId.of("Europe/Brussels");

  @Override
  public String name() {
    return "flight";
  }

  @Override
  public String what() {
    return "A consignment: departed, arrived, broken down, presented; its declarations lodged and"
        + " answered";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    HttpServer mute = mute();
    Node carrier = ground.silentPartners();
    try {
      Node node =
          ground
              .withNodes(
                  1,
                  Map.of(
                      "PERRON_AIRLINE_URL",
                      "http://127.0.0.1:" + mute.getAddress().getPort(),
                      "PERRON_BPOST_URL",
                      carrier.url() + "/simulators/bpost"),
                  List.of())
              .get(0);
      int parcels = size.orders() > 0 ? size.orders() : size.of(PARCELS, 2_000);
      fly(ground, node, parcels, sheet);
    } finally {
      mute.stop(0);
      carrier.stop();
      ground.endNodes();
    }
  }

  /** Takes what it is given and says nothing. */
  private static HttpServer mute() throws Exception {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Ports.free()), 16);
    server.createContext(
        "/",
        call -> {
          call.getRequestBody().readAllBytes();
          call.sendResponseHeaders(202, -1);
          call.close();
        });
    server.start();
    return server;
  }

  private static void fly(Ground ground, Node node, int parcels, Sheet sheet) throws Exception {
    Ledger ledger = ground.ledger();
    String pattern;
    try (Shop shop = new Shop(List.of(node.url()), Carried.CLIENTS)) {
      // Some before, on a flight of their own, so that the node has seen its work.
      shop.send("WARM-L-", 200);
      Await.until(PATIENCE, "those before are aboard", () -> standing(ledger, BOOKING) > 0);
      pattern = shop.place(new OrderText().under("FLIGHT-1"));
      Await.until(PATIENCE, "the next flight, too", () -> flightOf(ledger, pattern).size() == 1);
    }
    List<String> flight = flightOf(ledger, pattern).get(0);
    String consignment = flight.get(0);
    new Copies(ground.database()).makeWithoutPost(pattern, ABOARD, 0, parcels - 1);
    ledger.change(
        """
        UPDATE air_consignment c
          JOIN (SELECT COUNT(*) AS houses, SUM(pieces) AS pieces,
                       SUM(CEILING(weight_kg * 10) / 10) AS weight_kg
                  FROM freight_house WHERE consignment_number = ? AND state = 'ABOARD') a
           SET c.houses = a.houses, c.pieces = a.pieces, c.weight_kg = a.weight_kg
         WHERE c.number = ?\
        """,
        consignment,
        consignment);
    ledger.rows("ANALYZE TABLE freight_house, flow_wait, orders, ACT_RU_EXECUTION");
    sheet.note(
        ("%d parcels (asked: %d), copied by SQL from one that was aboard; the airline is played by this program,"
                + " the carrier gives labels and tells nothing more")
            .formatted(parcels, PARCELS));
    List<String> load =
        ledger
            .rows("SELECT pieces, weight_kg FROM air_consignment WHERE number = ?", consignment)
            .get(0);
    Airline airline =
        new Airline(
            flight.get(1),
            flight.get(2),
            flight.get(3).toUpperCase(Locale.ROOT),
            load.get(0),
            load.get(1));
    try (Voice voice = new Voice(node.url(), "airline", 1)) {
      voice.say("fsu", "text/plain", airline.booked());
      Await.until(PATIENCE, "it is booked", () -> standing(ledger, "WaitForDeparture") == 1);
      events(ground, voice, airline, consignment, parcels, sheet);
    }
  }

  /** Number, air waybill, flight and day of a flight that waits for its booking. */
  private static List<List<String>> flightOf(Ledger ledger, String order) throws Exception {
    return ledger.rows(
        """
        SELECT c.number, c.awb, c.flight, DATE_FORMAT(c.flight_date, '%d%b') FROM freight_house h
          JOIN air_consignment c ON c.number = h.consignment_number
          JOIN flow_wait w ON w.business_key = c.number AND w.activity = ?
         WHERE h.order_number = ?\
        """,
        BOOKING, order);
  }

  private static void events(
      Ground ground, Voice voice, Airline airline, String consignment, int parcels, Sheet sheet)
      throws Exception {
    Ledger ledger = ground.ledger();
    Map<String, String> milestones = Map.of("DEP", airline.departed(), "ARR", airline.arrived());
    for (String code : List.of("DEP", "ARR")) {
      sheet.figure(
          "%s: seconds until all of %d know".formatted(code, parcels),
          "< 60",
          seconds(
              () -> {
                voice.say("fsu", "text/plain", milestones.get(code));
                return null;
              },
              () -> aboardWith(ledger, consignment, code) >= parcels));
    }
    Load load = Load.of(ground.processIds());
    long began = System.nanoTime();
    voice.say("fsu", "text/plain", airline.received());
    Map<String, String> reached =
        Map.of(
            "1 broken down (RCF): until all know",
            "SELECT COUNT(*) FROM timeline_event e JOIN freight_house h ON h.order_number ="
                + " e.order_number WHERE h.consignment_number = ? AND e.code = 'RCF'",
            "2 presented: until all have a declaration written",
            "SELECT COUNT(*) FROM import_declaration d JOIN freight_house h ON h.order_number ="
                + " d.order_number WHERE h.consignment_number = ?",
            "3 lodged and accepted: until all",
            "SELECT COUNT(*) FROM import_declaration d JOIN freight_house h ON h.order_number ="
                + " d.order_number WHERE h.consignment_number = ? AND d.accepted_at IS NOT NULL",
            "4 answered: until all are released",
            "SELECT COUNT(*) FROM import_declaration d JOIN freight_house h ON h.order_number ="
                + " d.order_number WHERE h.consignment_number = ? AND d.state = 'RELEASED'");
    Map<String, String> aims = Map.of("1", "< 60", "2", "< 60", "3", "", "4", "< 600");
    for (String stage : reached.keySet().stream().sorted().toList()) {
      Await.untilAskedSeldom(
          PATIENCE, stage, () -> ledger.number(reached.get(stage), consignment) >= parcels);
      sheet.figure(
          stage.substring(2) + ", seconds from the message",
          aims.get(stage.substring(0, 1)),
          (System.nanoTime() - began) / 1e9);
    }
    for (Map.Entry<String, Double> process : load.seconds().entrySet()) {
      sheet.figure(
          "CPU of one parcel from broken down to released, %s, ms".formatted(process.getKey()),
          "",
          process.getValue() * 1000 / parcels);
    }
    Await.untilAskedSeldom(
        PATIENCE,
        "all have left with the carrier",
        () ->
            ledger.number(
                    "SELECT COUNT(*) FROM delivery d JOIN freight_house h ON h.order_number ="
                        + " d.order_number WHERE h.consignment_number = ? AND d.handed_over_at IS"
                        + " NOT NULL",
                    consignment)
                >= parcels);
    sheet.figure(
        "labelled and handed over, customs first: until all, seconds from the message",
        "",
        (System.nanoTime() - began) / 1e9);
  }

  private static double seconds(Callable<Void> act, Callable<Boolean> reached) throws Exception {
    long began = System.nanoTime();
    act.call();
    Await.untilAskedSeldom(PATIENCE, "all know", reached);
    return (System.nanoTime() - began) / 1e9;
  }

  private static long aboardWith(Ledger ledger, String consignment, String code) throws Exception {
    return ledger.number(
        "SELECT COUNT(*) FROM timeline_event e JOIN freight_house h ON h.order_number ="
            + " e.order_number WHERE h.consignment_number = ? AND e.code = ? AND e.kind = 'ACTUAL'",
        consignment,
        code);
  }

  private static long standing(Ledger ledger, String activity) throws Exception {
    return ledger.number("SELECT COUNT(*) FROM flow_wait WHERE activity = ?", activity);
  }

  /** What the airline says of one flight, in Cargo-IMP. */
  private record Airline(String awb, String flight, String day, String pieces, String weight) {
    String booked() {
      return status("BKD/" + flight + "/" + day + "/HGHLGG/T" + pieces + "K" + weight);
    }

    String departed() {
      return status(
          "DEP/"
              + flight
              + "/"
              + day
              + "/HGHLGG/T"
              + pieces
              + "K"
              + weight
              + "/A"
              + at(THERE, "HHmm"));
    }

    String arrived() {
      return status(
          "ARR/" + flight + "/" + at(HERE, "ddMMMHHmm") + "/LGG/T" + pieces + "K" + weight);
    }

    String received() {
      return status(
          "RCF/" + flight + "/" + at(HERE, "ddMMMHHmm") + "/LGG/T" + pieces + "K" + weight);
    }

    private String status(String line) {
      return "QK HGHPRXH\r\n.HGHFM3V %s\r\nFSU/14\r\n%sHGHLGG/T%s\r\n%s\r\n"
          .formatted(at(ZoneId.of("UTC"), "ddHHmm"), awb, pieces, line);
    }

    private static String at(ZoneId zone, String form) {
      return ZonedDateTime.now(zone)
          .format(DateTimeFormatter.ofPattern(form, Locale.US))
          .toUpperCase(Locale.ROOT);
    }
  }
}

package eu.perron.bench;

import eu.perron.chaos.Await;
import eu.perron.chaos.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a carrier tells about parcels under way, shuffled, a tenth of it twice. The orders are
 * copies of one that was handed to the carrier; each ends delivered.
 */
final class Events implements Part {
  private static final List<String> CODES = List.of("T00", "L00", "U01");
  private static final char KIND = 'E';
  private static final int IN_A_LIST = 50;
  private static final int IN_A_SHORT_LIST = 10;
  private static final double STEADY = 500;

  @Override
  public String name() {
    return "events";
  }

  @Override
  public String what() {
    return "Events of a carrier a second, each to a settled state: kept, applied, the order moved"
        + " on";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    Node node = ground.node();
    Ledger ledger = ground.ledger();
    int orders = size.of(20_000, 2_000, 500);
    int steady = size.of(10_000, 3_000, 500);
    try (Shop shop = new Shop(List.of(node.url()), 1);
        Voice carrier = new Voice(node.url(), "bpost", Carried.CLIENTS)) {
      String pattern = new Standing(ground, node, shop).forDelivery();
      int first = 0;
      new Copies(ground.database())
          .makeWithoutPost(pattern, KIND, 0, size.runs() * (orders + steady) + orders / 2);
      first = settled(ledger, carrier, first, orders / 2, 0).first();
      List<Double> perSecond = new ArrayList<>();
      List<Double> p50 = new ArrayList<>();
      List<Double> p99 = new ArrayList<>();
      for (int run = 0; run < size.runs(); run++) {
        Settled fast = settled(ledger, carrier, first, orders, 0);
        perSecond.add(fast.perSecond());
        Settled evenly = settled(ledger, carrier, fast.first(), steady, STEADY);
        p50.add(evenly.p50());
        p99.add(evenly.p99());
        first = evenly.first();
      }
      sheet.note(
          "%d orders with the carrier, copied by SQL from one that was; %d events each, a tenth of them twice, shuffled among all, in lists of %d by %d lines; at %.0f a second %d orders, in lists of %d"
              .formatted(
                  orders,
                  CODES.size(),
                  IN_A_LIST,
                  Carried.CLIENTS,
                  STEADY,
                  steady,
                  IN_A_SHORT_LIST));
      sheet.figure("events a second, until all orders are delivered", ">= 1000", perSecond);
      sheet.figure("at 500 a second, from kept to applied: p50, s", "", p50);
      sheet.figure("at 500 a second, from kept to applied: p99, s", "< 2", p99);
    } finally {
      ground.endNodes();
    }
  }

  /**
   * @param first the next copy that nothing was told of
   */
  private record Settled(int first, double perSecond, double p50, double p99) {}

  private static Settled settled(
      Ledger ledger, Voice carrier, int first, int orders, double perSecond) throws Exception {
    List<String> messages = lists(first, orders, perSecond > 0 ? IN_A_SHORT_LIST : IN_A_LIST);
    int events = orders * CODES.size() + orders * CODES.size() / 10;
    String from = Copies.number(KIND, first);
    String to = Copies.number(KIND, first + orders);
    Instant since = Instant.now();
    long began = System.nanoTime();
    carrier.say(
        "tracking", "application/json", messages, perSecond > 0 ? perSecond / IN_A_SHORT_LIST : 0);
    Await.until(
        Duration.ofMinutes(10),
        "all events are applied and all orders delivered",
        () ->
            ledger.number("SELECT COUNT(*) FROM exchange_arrival WHERE state = 'NEW'") == 0
                && ledger.number(
                        "SELECT COUNT(*) FROM orders WHERE number >= ? AND number < ? AND status <>"
                            + " 'DELIVERED'",
                        from,
                        to)
                    == 0);
    double seconds = (System.nanoTime() - began) / 1e9;
    double[] lags = ledger.lags(since);
    return new Settled(
        first + orders, events / seconds, Ledger.quantile(lags, 0.5), Ledger.quantile(lags, 0.99));
  }

  private static List<String> lists(int first, int orders, int inAList) {
    Random chance = new Random(first);
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
    List<String> events = new ArrayList<>();
    for (int order = first; order < first + orders; order++) {
      for (int i = 0; i < CODES.size(); i++) {
        String event =
            """
            {"eventId": "%s-%d", "itemCode": "%s01", "stateCode": "%s", "time": "%s", "place": "9000 Gent"}\
            """
                .formatted(
                    Copies.number(KIND, order),
                    i,
                    Copies.number(KIND, order),
                    CODES.get(i),
                    at.plusSeconds(60L * i));
        events.add(event);
        if (chance.nextInt(10) == 0) {
          events.add(event);
        }
      }
    }
    Collections.shuffle(events, chance);
    List<String> lists = new ArrayList<>();
    for (int i = 0; i < events.size(); i += inAList) {
      lists.add(
          "{\"events\": ["
              + String.join(",", events.subList(i, Math.min(i + inAList, events.size())))
              + "]}");
    }
    return lists;
  }
}

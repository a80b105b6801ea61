package eu.perron.chaos;

import eu.perron.trade.Mrn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What one partner tells about one order, from the first news to the last.
 *
 * @param news as it happened
 */
record NewsSet(List<News> news) {
  private static final Instant BEGINNING = Instant.parse("2026-11-20T06:00:00Z");
  private static final Path CUSTOMS = Path.of("connectors/belgian-customs/samples");

  /** What a parcel can go through, in the carrier's codes. */
  private static final List<List<String>> PARCELS =
      List.of(
          List.of("T00", "L00", "U01"),
          List.of("T00", "L00", "N01", "L00", "U02"),
          List.of("T00", "N74", "U01"),
          List.of("T00", "B05", "L00", "U01"),
          List.of("T00", "L00", "B03", "RETURN_TO_SENDER", "BTS_DELIVERED"),
          List.of("T00", "B06", "RETURN_TO_SENDER", "BTS_DELIVERED"),
          List.of("T00", "N01", "R13", "REDELIVERY_NO_PICKUP", "RETURN_TO_SENDER"),
          List.of("T00", "LOST"),
          List.of("T00", "LOST", "L00", "U01"),
          List.of("T00", "X99", "L00", "U01"));

  /** What a declaration can go through, as samples of messages. */
  private static final List<List<String>> DECLARATIONS =
      List.of(
          List.of("IE428", "IE429"),
          List.of("IE428", "IE460-documents", "IE429"),
          List.of("IE428", "IE460-physical", "IE429"),
          List.of("IE428", "IE460-documents", "IE460-documents", "IE429"),
          List.of("IE428", "IE460-documents", "IE460-physical", "IE451"),
          List.of("IE428", "IE460-physical", "IE451-seized"),
          List.of("IE416"));

  /**
   * @param twin which of the two alike; see {@link Twins}
   * @param what the carrier's code, or the name of the sample
   * @param parcel counted from 1
   * @param byMrn names the declaration by its MRN only
   */
  record News(
      char twin,
      int set,
      int position,
      boolean customs,
      String what,
      Instant at,
      int parcel,
      boolean byMrn) {
    News about(char other) {
      return new News(other, set, position, customs, what, at, parcel, byMrn);
    }

    String order() {
      return Twins.order(twin, set);
    }

    /** One event, as it stands in the carrier's list. */
    String event() {
      return """
      {"eventId": "%d", "itemCode": "%s", "stateCode": "%s", "time": "%s", "place": "9000 Gent"}"""
          .formatted(position, Twins.barcode(twin, set, parcel), what, at);
    }

    String declaration() {
      String lrn = Twins.lrn(twin, set);
      String message =
          sample(what)
              .replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z", at.toString())
              .replaceAll("(PR26112200A1H701-\\d+)<", "$1-" + position + "<");
      if (byMrn) {
        message = message.replaceAll("\\s*<LRN>[^<]*</LRN>", "");
      }
      return message
          .replace("PR26112200A1H701", lrn)
          .replace("26BEABCDEF123456R3", Mrn.of(2026, "BE", order(), 'R').value());
    }

    private static String sample(String name) {
      try {
        return Files.readString(CUSTOMS.resolve(name + ".xml"));
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }
  }

  /** Every fifth order has two parcels, each with a way of its own. */
  static NewsSet ofTheCarrier(int set, Random chance) {
    List<News> news = new ArrayList<>();
    for (int parcel = 1; parcel <= Twins.parcels(set); parcel++) {
      Instant at = BEGINNING.plusSeconds(chance.nextInt(3600));
      for (String code : PARCELS.get(chance.nextInt(PARCELS.size()))) {
        at = later(at, chance);
        news.add(new News(' ', set, news.size(), false, code, at, parcel, false));
      }
    }
    news.sort(java.util.Comparator.comparing(News::at));
    return new NewsSet(news);
  }

  /** Every third is named by its MRN after it was accepted. */
  static NewsSet ofCustoms(int set, Random chance) {
    List<News> news = new ArrayList<>();
    boolean byMrn = chance.nextInt(3) == 0;
    Instant at = BEGINNING.plusSeconds(chance.nextInt(3600));
    for (String message : DECLARATIONS.get(chance.nextInt(DECLARATIONS.size()))) {
      at = later(at, chance);
      news.add(new News(' ', set, news.size(), true, message, at, 1, byMrn && !news.isEmpty()));
    }
    return new NewsSet(news);
  }

  private static Instant later(Instant at, Random chance) {
    return at.plus(Duration.ofSeconds(60 + chance.nextInt(20_000)));
  }
}

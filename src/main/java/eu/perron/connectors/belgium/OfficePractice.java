package eu.perron.connectors.belgium;

import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.house.PerronSettings;
import eu.perron.trade.Mrn;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the simulated offices of import and of export do alike: they find their case in the goods'
 * description, number what they accept, and call back when they have decided.
 *
 * @param pace by which every delay is multiplied
 */
record OfficePractice(Calls calls, Ledger ledger, double pace) {
  private static final String BOOKS = "belgian-customs";

  /** At any pace: nobody decides on what he has not yet said he would look at. */
  private static final Duration CONTROL_LASTS = Duration.ofSeconds(2);

  /** How the office reaches the declarant later. */
  interface Calls {
    void back(byte[] notification, Duration after, Duration atLeast);
  }

  /** Where the office writes down what it was sent. */
  interface Ledger {
    void enter(byte[] message, List<Books.Entry> entries);
  }

  /**
   * @param item number of the goods item whose description names the case; null: none does
   */
  record Lot(String code, Integer item) {}

  /**
   * @param letter what its notifications are called in the letter box
   */
  static OfficePractice of(String letter, LetterBox letters, Books books, PerronSettings settings) {
    return new OfficePractice(
        (notification, after, atLeast) ->
            letters.post(BOOKS, letter, Idms.CONTENT_TYPE, notification, after, atLeast),
        (message, entries) -> books.enter(BOOKS, message, entries),
        settings.demo().pace());
  }

  /**
   * @param wanted with the case's code as its first group
   */
  static Lot lot(Pattern wanted, List<String> descriptions) {
    for (int i = 0; i < descriptions.size(); i++) {
      Matcher lot = wanted.matcher(descriptions.get(i));
      if (lot.find()) {
        return new Lot(lot.group(1), i + 1);
      }
    }
    return new Lot("", null);
  }

  /** The same declaration gets the same number, whenever it is asked for. */
  static String mrn(String lrn, Instant prepared, char procedure) {
    String twelve = hash(lrn.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    return Mrn.of(prepared.atOffset(ZoneOffset.UTC).getYear(), "BE", twelve, procedure).value();
  }

  static String hash(byte[] bytes) {
    return new BigInteger(1, sha256(bytes)).toString(36).toUpperCase(Locale.ROOT);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void enter(byte[] message, Books.Entry entry) {
    ledger.enter(message, List.of(entry));
  }

  void call(byte[] notification, Duration after) {
    calls.back(notification, after, Duration.ZERO);
  }

  void callAfterControl(byte[] notification, Duration after) {
    calls.back(notification, after, CONTROL_LASTS);
  }

  Instant later(Instant moment, Duration after) {
    return moment.plusMillis(Math.round(after.toMillis() * pace));
  }

  Instant afterControl(Instant prepared, Duration after) {
    Instant paced = later(prepared, after);
    Instant soonest = prepared.plus(CONTROL_LASTS);
    return paced.isAfter(soonest) ? paced : soonest;
  }
}

package eu.perron.connectors.bpost;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How simulated parcels fare. Everything follows from what we wrote to bpost: the goods of the
 * customs note tell the case, our reference makes the barcode, and the barcode carries the case for
 * later questions.
 */
record SimulatedParcel(String barcode, Course course) {
  private static final String HUB = "Liège Airport";
  private static final String BRUSSELS = "Brussels X";

  /**
   * What happens, how long after booking at pace 1, and where; null is the consignee's own town.
   */
  record Scan(String code, int afterSeconds, String place, String says) {}

  enum Course {
    ORDINARY(scan("L00", 20, null, "Out on the round"), scan("U01", 30, null, "Delivered")),
    BPADDR(ORDINARY),
    BPABSENT(
        scan("L00", 18, null, "Out on the round"),
        scan("N01", 20, null, "Nobody at home"),
        scan("L00", 26, null, "Out on the round"),
        scan("N02", 30, null, "Nobody at home"),
        scan("REDELIVERY_NO_PICKUP", 36, null, "Kept until the storage time ended; nobody came")),
    BPREFUSE(
        scan("L00", 20, null, "Out on the round"),
        scan("B03", 30, null, "Refused by the addressee"),
        scan("RETURN_TO_SENDER", 36, null, "On its way back to the sender"),
        scan("BTS_DELIVERED", 60, HUB, "Handed back to the sender")),
    BPLOST(scan("LOST", 30, BRUSSELS, "Not found after search")),
    BPPICKUP(
        scan("L00", 18, null, "On its way to the pick-up point"),
        scan("R13", 20, null, "Ready at the pick-up point"),
        scan("U03", 30, null, "Collected"));

    private final List<Scan> scans;

    Course(Scan... onward) {
      Scan accepted = scan("T00", 6, HUB, "Sorted");
      Scan sorted = scan("T00", 12, BRUSSELS, "Sorted");
      this.scans =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of(accepted, sorted), Arrays.stream(onward))
              .toList();
    }

    Course(Course like) {
      this.scans = like.scans;
    }

    List<Scan> scans() {
      return scans;
    }

    /** The case that the goods name: "… lot BPLOST". */
    static Course of(String goods) {
      Matcher lot = LOT.matcher(goods);
      while (lot.find()) {
        for (Course course : values()) {
          if (course != ORDINARY && course.name().equals(lot.group(1))) {
            return course;
          }
        }
      }
      return ORDINARY;
    }
  }

  /** What happens once we asked for another presentation. */
  static final List<Scan> NEW_ATTEMPT =
      List.of(scan("L00", 6, null, "Out on the round"), scan("U01", 12, null, "Delivered"));

  /** What happens once we asked for it back. */
  static final List<Scan> RECALL =
      List.of(
          scan("RETURN_TO_SENDER", 6, BRUSSELS, "On its way back to the sender"),
          scan("BTS_DELIVERED", 24, HUB, "Handed back to the sender"));

  private static final Pattern LOT = Pattern.compile("\\blot ([A-Z0-9]+)");
  private static final String PREFIX = "32";
  private static final int ALPHABET = 36;
  private static final int LONGEST = 12;

  /**
   * @param reference our booking: the order number, a hyphen, a count
   * @param position of the parcel in the order, from 0
   */
  static SimulatedParcel booked(String reference, int position, Course course) {
    int hyphen = reference.lastIndexOf('-');
    String order =
        (hyphen < 0 ? reference : reference.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    String plain = order.replaceAll("[^a-z0-9]", "0");
    BigInteger number =
        new BigInteger(plain.substring(Math.max(0, plain.length() - LONGEST)), ALPHABET);
    return new SimulatedParcel(
        "%s%019d%d%02d".formatted(PREFIX, number, course.ordinal(), position % 100), course);
  }

  /** A barcode of ours to this simulator; any other is a parcel that it does not know. */
  static java.util.Optional<SimulatedParcel> known(String barcode) {
    if (!barcode.matches(PREFIX + "\\d{22}")) {
      return java.util.Optional.empty();
    }
    int course = barcode.charAt(21) - '0';
    return course < Course.values().length
        ? java.util.Optional.of(new SimulatedParcel(barcode, Course.values()[course]))
        : java.util.Optional.empty();
  }

  private static Scan scan(String code, int afterSeconds, String place, String says) {
    return new Scan(code, afterSeconds, place, says);
  }
}

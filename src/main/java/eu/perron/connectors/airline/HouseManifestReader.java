package eu.perron.connectors.airline;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.airline.ImpLines.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an FHL as an airline would, and checks that the houses add up to the master. */
final class HouseManifestReader {
  private static final Pattern MASTER =
      Pattern.compile("MBI/([0-9]{3}-?[0-9]{8})([A-Z]{3})([A-Z]{3})/(.{1,40})");
  private static final Pattern HOUSE =
      Pattern.compile(
          "HBS/([A-Z0-9]{1,20})/([A-Z]{6})/([0-9]{1,5})/K([0-9]{1,7}(?:\\.[0-9]{1,3})?)/([0-9]{0,5})/(.{0,15})");

  private HouseManifestReader() {}

  record Manifest(String awb, ImpQuantity quantity, List<House> houses) {}

  record House(String number, int pieces, BigDecimal weightKg, String goods) {}

  static Manifest read(byte[] body) throws Unreadable {
    List<Line> lines = ImpLines.read(body, Set.of("FHL")).lines();
    if (lines.isEmpty()) {
      throw new Unreadable("the message", "nothing follows its first line");
    }
    Line first = lines.get(0);
    Matcher master = MASTER.matcher(first.text());
    if (!master.matches()) {
      throw first.faulty(
          "the master's line, such as MBI/157-53806270HKGLGG/T10K505.0, must come first");
    }
    ImpQuantity quantity =
        ImpQuantity.of(master.group(4)).orElseThrow(() -> first.faulty("no quantity"));
    List<House> houses = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    for (Line line : lines.subList(1, lines.size())) {
      if (line.text().startsWith("HBS/")) {
        describe(houses, text);
        houses.add(house(line));
      }
      inText = line.text().startsWith("TXT/") || inText && line.text().startsWith("/");
      if (inText) {
        text.append(line.text().substring(line.text().indexOf('/') + 1));
      }
    }
    describe(houses, text);
    checkSum(first, quantity, houses);
    return new Manifest(master.group(1), quantity, houses);
  }

  private static House house(Line line) throws FaultyLine {
    Matcher house = HOUSE.matcher(line.text());
    if (!house.matches()) {
      throw line.faulty("a house has number, airports, pieces, weight, slac and goods");
    }
    return new House(
        house.group(1),
        Integer.parseInt(house.group(3)),
        new BigDecimal(house.group(4)),
        house.group(6));
  }

  private static void describe(List<House> houses, StringBuilder text) {
    if (!houses.isEmpty() && text.length() > 0) {
      House last = houses.remove(houses.size() - 1);
      houses.add(new House(last.number(), last.pieces(), last.weightKg(), text.toString()));
    }
    text.setLength(0);
  }

  private static void checkSum(Line master, ImpQuantity quantity, List<House> houses)
      throws FaultyLine {
    int pieces = houses.stream().mapToInt(House::pieces).sum();
    BigDecimal weight =
        houses.stream().map(House::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (pieces != quantity.pieces()
        || quantity.weightKg() != null && weight.compareTo(quantity.weightKg()) != 0) {
      throw master.faulty(
          "the houses add up to %d pieces and %s kg".formatted(pieces, weight.toPlainString()));
    }
  }
}

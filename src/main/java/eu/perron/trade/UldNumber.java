package eu.perron.trade;

import java.util.regex.Pattern;

/**
 * The number of a unit load device, an air container or pallet: type (a letter and two characters),
 * serial (a character and three or four digits), owner (two characters), as in PMC98669KZ.
 */
public record UldNumber(String value) implements Identifier {

  private static final int LEAST = 9;
  private static final int MOST = 10;

  /** Messages append how high it is loaded (L, U, R) or where it must stand (M, N). */
  private static final Pattern LOADING_INDICATOR = Pattern.compile("\\s*-\\s*[LURMN]$");

  public UldNumber {
    Inspection inspection =
        Inspection.of(IdentifierKind.ULD, value).length(LEAST, MOST, "9 or 10 characters");
    int owner = value.length() - 2;
    inspection
        .letters(0, 1)
        .alphanumeric(1, 4)
        .digits(4, owner)
        .alphanumeric(owner, value.length());
  }

  /**
   * Without the loading indicator, should there be one: it tells of this flight, not of the device.
   */
  public static UldNumber parse(String given) {
    return Typed.read(given, UldNumber::normalise, UldNumber::new);
  }

  public String type() {
    return value.substring(0, 3);
  }

  public String serial() {
    return value.substring(3, value.length() - 2);
  }

  public String owner() {
    return value.substring(value.length() - 2);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String normalise(String given) {
    String text = Typed.upper(Typed.plain(given));
    String device = Typed.compact(LOADING_INDICATOR.matcher(text).replaceFirst(""));
    return device.length() >= LEAST ? device : Typed.compact(text);
  }
}

package eu.perron.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The properties of one JSON object, read one by one; what is wrong goes to the findings and reads
 * as null.
 */
final class Fields {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final JsonNode node;
  private final String pointer;
  private final Findings findings;

  Fields(JsonNode node, String pointer, Findings findings, String... known) {
    this.node = node;
    this.pointer = pointer;
    this.findings = findings;
    Set<String> names = Set.of(known);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                findings.unknown(at(name));
              }
            });
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  void wrong(String name, String code, String message) {
    findings.wrong(at(name), code, message);
  }

  boolean has(String name) {
    JsonNode value = node.get(name);
    return value != null && !value.isNull() && !(value.isTextual() && value.textValue().isBlank());
  }

  String text(String name, int most) {
    return required(name) ? optionalText(name, most) : null;
  }

  String optionalText(String name, int most) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = node.get(name);
    if (!value.isTextual()) {
      wrong(name, "type", "This must be a text, in quotes.");
      return null;
    }
    String text = value.textValue().strip();
    if (text.codePointCount(0, text.length()) > most) {
      wrong(name, "too-long", "At most %d characters are taken.".formatted(most));
      return null;
    }
    if (text.codePoints().anyMatch(Fields::isUnprintable)) {
      wrong(name, "characters", "Line breaks and control characters are not taken.");
      return null;
    }
    return text;
  }

  String matching(String name, Pattern pattern, String code, String message) {
    return required(name) ? optionalMatching(name, pattern, code, message) : null;
  }

  String optionalMatching(String name, Pattern pattern, String code, String message) {
    String text = optionalText(name, 255);
    if (text == null || pattern.matcher(text).matches()) {
      return text;
    }
    wrong(name, code, message);
    return null;
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    String text = text(name, 255);
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    if (text != null) {
      wrong(
          name,
          "not-one-of",
          "One of %s is wanted.".formatted(Arrays.toString(type.getEnumConstants())));
    }
    return null;
  }

  String country(String name) {
    String text = text(name, 255);
    if (text == null || COUNTRIES.contains(text)) {
      return text;
    }
    wrong(name, "country", "A country is two capital letters of ISO 3166, such as BE or CN.");
    return null;
  }

  BigDecimal positive(String name, int digits, int decimals) {
    BigDecimal value = decimal(name, digits, decimals);
    if (value != null && value.signum() <= 0) {
      wrong(name, "not-positive", "This must be more than zero.");
      return null;
    }
    return value;
  }

  BigDecimal notNegative(String name, int digits, int decimals) {
    BigDecimal value = decimal(name, digits, decimals);
    if (value != null && value.signum() < 0) {
      wrong(name, "negative", "This must not be less than zero.");
      return null;
    }
    return value;
  }

  private BigDecimal decimal(String name, int digits, int decimals) {
    if (!required(name)) {
      return null;
    }
    String text = numeral(name);
    if (text == null || !DECIMAL.matcher(text).matches()) {
      wrong(name, "not-a-number", "This must be a decimal number such as \"12.50\".");
      return null;
    }
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    if (value.scale() > decimals) {
      wrong(name, "too-precise", "At most %d decimals are taken.".formatted(decimals));
      return null;
    }
    if (value.precision() - value.scale() > digits) {
      wrong(name, "too-large", "At most %d digits before the point are taken.".formatted(digits));
      return null;
    }
    return value.setScale(decimals);
  }

  /** As {@link #whole}, but zero is taken. */
  int wholeOrNone(String name, int most) {
    return has(name) && "0".equals(numeral(name)) ? 0 : whole(name, most);
  }

  LocalDate optionalDay(String name) {
    String text = optionalText(name, 255);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      wrong(name, "not-a-day", "A day is wanted, such as 2026-11-22.");
      return null;
    }
  }

  /** Zero if it is not there or wrong: the findings know. */
  int whole(String name, int most) {
    if (!required(name)) {
      return 0;
    }
    String text = numeral(name);
    if (text == null || !WHOLE.matcher(text).matches()) {
      wrong(name, "not-a-number", "This must be a whole number.");
      return 0;
    }
    int value = Integer.parseInt(text);
    if (value <= 0) {
      wrong(name, "not-positive", "This must be more than zero.");
    } else if (value > most) {
      wrong(name, "too-large", "At most %d is taken.".formatted(most));
    }
    return value;
  }

  Instant moment(String name) {
    String text = text(name, 255);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException unreadable) {
      wrong(
          name,
          "not-a-time",
          "A time with its offset is wanted, such as 2026-11-22T11:12:45+08:00.");
      return null;
    }
  }

  Fields object(String name, String... known) {
    return required(name) ? optionalObject(name, known) : null;
  }

  Fields optionalObject(String name, String... known) {
    if (!has(name)) {
      return null;
    }
    if (!node.get(name).isObject()) {
      wrong(name, "type", "This must be an object.");
      return null;
    }
    return new Fields(node.get(name), at(name), findings, known);
  }

  List<Fields> list(String name, int most, String... known) {
    if (!required(name)) {
      return List.of();
    }
    JsonNode list = node.get(name);
    if (!list.isArray()) {
      wrong(name, "type", "This must be a list.");
      return List.of();
    }
    if (list.isEmpty()) {
      wrong(name, "required", "At least one is wanted.");
    } else if (list.size() > most) {
      wrong(name, "too-many", "At most %d are taken.".formatted(most));
    }
    List<Fields> members = new ArrayList<>();
    for (int i = 0; i < Math.min(list.size(), most); i++) {
      if (list.get(i).isObject()) {
        members.add(new Fields(list.get(i), at(name) + "/" + i, findings, known));
      } else {
        findings.wrong(at(name) + "/" + i, "type", "This must be an object.");
      }
    }
    return members;
  }

  private boolean required(String name) {
    if (!has(name)) {
      wrong(name, "required", "This is wanted.");
      return false;
    }
    return true;
  }

  /** As digits: a JSON number may hide a million of them behind an exponent. */
  private String numeral(String name) {
    JsonNode value = node.get(name);
    if (value.isTextual()) {
      return value.textValue().strip();
    }
    if (!value.isNumber()) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    return Math.abs((long) number.scale()) > 20 || number.precision() > 40
        ? null
        : number.toPlainString();
  }

  private static boolean isUnprintable(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}

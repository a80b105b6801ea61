package eu.perron.fuzz;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long, as people write it: {@code 30s}, {@code 5m}, {@code 1h}. */
final class Spell {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})\\s*([smh]?)");

  private Spell() {}

  static Duration parse(String given) {
    Matcher spell = FORM.matcher(given.strip());
    if (!spell.matches()) {
      throw new IllegalArgumentException("-Dfor=" + given + ": say 30s, 5m or 1h");
    }
    long number = Long.parseLong(spell.group(1));
    return switch (spell.group(2)) {
      case "h" -> Duration.ofHours(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}

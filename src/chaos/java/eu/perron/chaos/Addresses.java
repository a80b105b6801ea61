package eu.perron.chaos;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A number in an address, made worse; percent-encoded, so that a client can send it at all. */
final class Addresses {
  private static final String[] NASTY = {
    "%00",
    "%2F",
    "%2e%2e%2f",
    "%5C",
    "%ff",
    "%ED%A0%80",
    "%F0%9F%98%80",
    "%0D%0A",
    ";a=b",
    "%25",
    "%E2%80%AE",
    "%EF%BC%91",
    "%20",
    "%27%20OR%201=1--",
    "%7B%7D",
    "$%7B7*7%7D",
    "%3Cscript%3E"
  };

  private Addresses() {}

  static Mutation.Result worse(String number, Random random) {
    int at = random.nextInt(number.length() + 1);
    String nasty = NASTY[random.nextInt(NASTY.length)];
    return switch (random.nextInt(7)) {
      case 0 -> result("nasty", number.substring(0, at) + nasty + number.substring(at));
      case 1 -> result("nasty-alone", nasty);
      case 2 -> result("cut", at == 0 ? "%20" : number.substring(0, at));
      case 3 ->
          result(
              "long", number.repeat(1 + random.nextInt(5)) + "A".repeat(1 << random.nextInt(12)));
      case 4 -> result("random", encoded(random));
      case 5 -> result("small", number.toLowerCase(java.util.Locale.ROOT));
      default -> result("other-digits", digits(number, random));
    };
  }

  private static String digits(String number, Random random) {
    StringBuilder other = new StringBuilder(number);
    for (int i = 0; i < other.length(); i++) {
      if (Character.isDigit(other.charAt(i)) && random.nextBoolean()) {
        other.setCharAt(i, (char) ('0' + random.nextInt(10)));
      }
    }
    return other.toString();
  }

  private static String encoded(Random random) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(40); i++) {
      bytes.append("%%%02X".formatted(random.nextInt(256)));
    }
    return bytes.toString();
  }

  private static Mutation.Result result(String how, String part) {
    return new Mutation.Result(how, part.getBytes(StandardCharsets.ISO_8859_1), null);
  }
}

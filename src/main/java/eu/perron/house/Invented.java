package eu.perron.house;

import java.security.SecureRandom;

/** A secret made up by the program: easy to read aloud, hard to guess (five bits a letter). */
public final class Invented {
  /** Without the letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Invented() {}

  public static String secret(int length) {
    StringBuilder secret = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return secret.toString();
  }
}

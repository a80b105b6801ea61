package eu.perron.retailimports;

/**
 * Who buys, as Chinese customs must know them.
 *
 * @param idNumber resident identity number, eighteen characters (GB 11643); null if unknown
 * @param telephone null if unknown
 */
record Buyer(String idNumber, String telephone) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  boolean isIdentified() {
    return isIdNumber(idNumber) && telephone != null && !telephone.isBlank();
  }

  /** Seventeen digits and a check character, as GB 11643 reckons it (modulo 11). */
  static boolean isIdNumber(String given) {
    if (given == null || !given.matches("\\d{17}[\\dX]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (given.charAt(i) - '0');
    }
    return CHECK.charAt(sum % 11) == given.charAt(17);
  }
}

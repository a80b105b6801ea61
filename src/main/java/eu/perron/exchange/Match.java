package eu.perron.exchange;

/**
 * The partner's news as being about what a person says it is about.
 *
 * @param content the news with the right name in it; null if that cannot be
 * @param name what the partner should have written (LRN, waybill, barcode); null if that cannot be
 * @param why it cannot be, in words for the person; null if it can
 */
public record Match<T>(T content, String name, String why) {
  public static <T> Match<T> to(T content, String name) {
    return new Match<>(content, name, null);
  }

  public static <T> Match<T> impossible(String why) {
    return new Match<>(null, null, why);
  }

  public boolean isPossible() {
    return content != null;
  }
}

package eu.perron.audit;

/**
 * Something that is not as it was sealed.
 *
 * @param from number of the first entry it is about (line of the file for anchors)
 */
public record Damage(Kind kind, long from, long to) {
  public enum Kind {
    /** A field of the entry is another than when it was sealed. */
    CHANGED("entry %s was changed"),
    HASH_CHANGED("the hash of entry %s was overwritten"),
    PREVIOUS_CHANGED("the previous hash of entry %s was overwritten"),
    MOVED("entries %s stand at each other's place"),
    DOES_NOT_FOLLOW(
        "entry %s does not follow the one before it, which is not the one sealed there"),
    MISSING("entries %s are missing"),
    CUT_OFF("entries %s are missing at the end"),
    NOT_OURS("entry %s was not written by Perron, or changed before it was sealed"),
    BEYOND_THE_HEAD("entries %s stand behind the end and were never sealed"),
    HEAD_CHANGED("the row of the head is not the one sealed with entry %s"),
    REBUILT("entries %s are not those that were anchored: the chain was written anew"),
    ANCHOR_CHANGED("line %s of the anchors was not written by Perron, or lines before it are gone"),
    ANCHORS_MISSING("the file of anchors is missing, though there are %s entries");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  static Damage at(Kind kind, long number) {
    return new Damage(kind, number, number);
  }

  @Override
  public String toString() {
    return kind.words.formatted(from == to ? "" + from : from + " to " + to);
  }
}

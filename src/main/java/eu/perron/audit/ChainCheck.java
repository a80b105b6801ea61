package eu.perron.audit;

import eu.perron.audit.Damage.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Walks the chain once, beside the anchors, and tells what is not as it was sealed. It needs no
 * more memory for a million entries than for ten.
 */
final class ChainCheck {
  static final int MOST_KEPT = 200;
  private final Optional<AuditKey> key;
  private final Iterator<Anchor> anchors;
  private final List<Damage> damages = new ArrayList<>();
  private final List<Link> displaced = new ArrayList<>();
  private long count;
  private long found;
  private long lastNumber;
  private byte[] lastHash = Link.start();
  private Link doubtful;
  private Anchor next;
  private long anchored;
  private long agreeing;
  private long lastAgreed;
  private boolean rebuilt;

  ChainCheck(Optional<AuditKey> key, Iterator<Anchor> anchors) {
    this.key = key;
    this.anchors = anchors;
    this.next = anchors.hasNext() ? anchors.next() : null;
    skipAnchorsOfNothing();
  }

  /** An anchor of number 0 was written before the first entry. */
  private void skipAnchorsOfNothing() {
    while (next != null && next.number() <= 0) {
      agreeing++;
      advance();
    }
  }

  void take(Link link) {
    count++;
    if (link.number() <= lastNumber) {
      add(Damage.at(Kind.NOT_OURS, link.number()));
      return;
    }
    boolean gap = link.number() != lastNumber + 1;
    if (gap) {
      settleDoubt(Optional.empty());
      add(new Damage(Kind.MISSING, lastNumber + 1, link.number() - 1));
    }
    boolean asHashed = link.isAsHashed();
    boolean follows = gap || link.follows(lastHash);
    boolean explained = settleDoubt(Optional.of(link));
    if (asHashed && !follows && !explained) {
      add(Damage.at(Kind.DOES_NOT_FOLLOW, link.number()));
    }
    if (!asHashed) {
      doubt(link, follows);
    } else if (key.isPresent() && !AuditKey.same(key.get().macOf(link.entry()), link.mac())) {
      add(Damage.at(Kind.NOT_OURS, link.number()));
    }
    compareWithAnchors(link, asHashed);
    lastNumber = link.number();
    lastHash = link.hash();
  }

  private void doubt(Link link, boolean follows) {
    if (follows) {
      doubtful = link;
    } else if (link.wouldFollow(lastHash)) {
      add(Damage.at(Kind.PREVIOUS_CHANGED, link.number()));
    } else if (displaced.size() < MOST_KEPT) {
      displaced.add(link);
    } else {
      add(Damage.at(Kind.CHANGED, link.number()));
    }
  }

  /**
   * Whether the entry or only its hash was changed, the one behind it knows.
   *
   * @return true if what the one behind it misses is thereby explained
   */
  private boolean settleDoubt(Optional<Link> behind) {
    if (doubtful == null) {
      return false;
    }
    boolean onlyTheHash = behind.map(link -> link.follows(doubtful.hashed())).orElse(false);
    if (!onlyTheHash && displaced.size() < MOST_KEPT) {
      displaced.add(doubtful);
    } else {
      add(Damage.at(onlyTheHash ? Kind.HASH_CHANGED : Kind.CHANGED, doubtful.number()));
    }
    doubtful = null;
    return onlyTheHash;
  }

  /** An entry that was changed where it stands is told as such, and not again here. */
  private void compareWithAnchors(Link link, boolean asHashed) {
    while (next != null && next.number() <= link.number()) {
      if (asHashed && next.number() == link.number()) {
        if (Arrays.equals(next.hash(), link.hash())) {
          agreeing++;
          lastAgreed = next.number();
        } else if (!rebuilt) {
          rebuilt = true;
          add(new Damage(Kind.REBUILT, lastAgreed + 1, next.number()));
        }
      }
      advance();
    }
  }

  private void advance() {
    anchored = Math.max(anchored, next.number());
    next = anchors.hasNext() ? anchors.next() : null;
  }

  /** After the last entry. */
  void end(Head head) {
    boolean onlyTheLastHash =
        doubtful != null
            && doubtful.number() == head.number()
            && Arrays.equals(head.hash(), doubtful.hashed());
    if (onlyTheLastHash) {
      add(Damage.at(Kind.HASH_CHANGED, doubtful.number()));
      lastHash = head.hash();
      doubtful = null;
    }
    settleDoubt(Optional.empty());
    tellDisplaced();
    while (next != null) {
      advance();
    }
    long wanted = Math.max(head.number(), anchored);
    if (lastNumber < wanted) {
      add(new Damage(Kind.CUT_OFF, lastNumber + 1, wanted));
    }
    if (lastNumber > head.number()) {
      add(new Damage(Kind.BEYOND_THE_HEAD, head.number() + 1, lastNumber));
    }
    boolean sameEnd = lastNumber != head.number() || Arrays.equals(head.hash(), lastHash);
    boolean marked =
        key.isEmpty()
            || head.isUntouched()
            || AuditKey.same(key.get().macOfHead(head.number(), head.hash()), head.mac());
    if (!sameEnd || !marked) {
      add(Damage.at(Kind.HEAD_CHANGED, head.number()));
    }
  }

  /** Two that are right at each other's number were swapped; the others were changed. */
  private void tellDisplaced() {
    while (!displaced.isEmpty()) {
      Link one = displaced.remove(0);
      Optional<Link> other =
          displaced.stream()
              .filter(link -> link.wasNumber(one.number()) && one.wasNumber(link.number()))
              .findFirst();
      other.ifPresentOrElse(
          link -> {
            displaced.remove(link);
            add(new Damage(Kind.MOVED, one.number(), link.number()));
          },
          () -> add(Damage.at(Kind.CHANGED, one.number())));
    }
  }

  void add(Damage damage) {
    found++;
    if (damages.size() < MOST_KEPT) {
      damages.add(damage);
    }
  }

  List<Damage> damages() {
    return damages.stream().sorted(java.util.Comparator.comparingLong(Damage::from)).toList();
  }

  long found() {
    return found;
  }

  long count() {
    return count;
  }

  long agreeing() {
    return agreeing;
  }

  long lastNumber() {
    return lastNumber;
  }

  byte[] lastHash() {
    return lastHash;
  }
}

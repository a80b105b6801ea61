package eu.perron.flow;

import eu.perron.trade.Ids;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves waiting orders and consignments on. */
@Component
class Answers {
  /** So many are given in the caller's own transaction; more are kept and given batch by batch. */
  private static final int AT_ONCE = 100;

  private final Turns turns;
  private final TurnBook book;

  Answers(Turns turns, TurnBook book) {
    this.turns = turns;
    this.book = book;
  }

  /**
   * Gives a waiting process its answer, in the caller's transaction. Nobody waiting yet is no
   * error: the answer is kept and given as soon as the wait begins.
   *
   * @param key order or consignment number
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(WaitFor wait, String key, String answer) {
    giveOneOf(key, wait.saying(answer));
  }

  /**
   * One piece of news for whichever of these waits the process comes to first; the others are
   * forgotten then.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveOneOf(String key, WaitFor.Possible... answers) {
    String telling = Ids.next();
    for (WaitFor.Possible possible : answers) {
      turns.current().answers.add(given(telling, key, possible));
    }
  }

  private static GivenAnswer given(String telling, String key, WaitFor.Possible possible) {
    return new GivenAnswer(
        telling, key, possible.place().process(), possible.place().activity(), possible.answer());
  }

  /** The same answer for many, as when a flight arrives. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveAll(WaitFor wait, Collection<String> keys, String answer) {
    WaitFor.Possible possible = wait.saying(answer);
    List<GivenAnswer> given = keys.stream().map(key -> given(Ids.next(), key, possible)).toList();
    if (given.size() <= AT_ONCE) {
      turns.current().answers.addAll(given);
    } else {
      book.keep(given);
    }
  }
}

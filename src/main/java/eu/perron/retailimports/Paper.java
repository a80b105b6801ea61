package eu.perron.retailimports;

import eu.perron.house.Confided;
import eu.perron.retailimports.PaperState.Answer;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the four papers of an order, as it was sent last. Indifferent to the order and the number
 * of times in which receipts come; what was said of an earlier sending says nothing of this one.
 *
 * @param number what receipts know it by
 * @param decidedAt by the clock of customs
 */
record Paper(
    String orderNumber,
    PaperKind kind,
    int revision,
    String number,
    String guid,
    PaperState state,
    Integer customsStatus,
    Instant decidedAt,
    String preNo,
    String invtNo,
    Confided said,
    Instant sentAt) {
  private static final Pattern ITEM = Pattern.compile("\\bgnum\\W{0,3}(\\d{1,3})\\b");

  static Paper sent(
      String orderNumber, PaperKind kind, int revision, String number, String guid, Instant now) {
    return new Paper(
        orderNumber,
        kind,
        revision,
        number,
        guid,
        PaperState.SENT,
        null,
        null,
        null,
        null,
        null,
        now);
  }

  Paper hear(Receipt receipt) {
    PaperState said = PaperState.saidBy(receipt.status());
    Paper after = numbered(receipt.preNo(), receipt.invtNo());
    return said != PaperState.SENT && isPrevailedOverBy(said, receipt.at())
        ? after.standing(said, receipt.status(), receipt.at(), Confided.of(receipt.info()))
        : after;
  }

  private boolean isPrevailedOverBy(PaperState said, Instant at) {
    if (state.isDecision() != said.isDecision()) {
      return said.isDecision();
    }
    if (said.isDecision() && !at.equals(decidedAt)) {
      return at.isAfter(decidedAt);
    }
    return said.compareTo(state) > 0;
  }

  Paper releasedOnPaper(Instant now) {
    return state.answer() == Answer.RELEASED
        ? this
        : standing(PaperState.RELEASED_ON_PAPER, null, now, null);
  }

  Paper withdrawn(Instant now) {
    return standing(PaperState.WITHDRAWN, null, now, null);
  }

  boolean isWithCustoms() {
    return state != PaperState.WITHDRAWN && state.answer() != Answer.RETURNED;
  }

  /** The line customs complained of, from 0; the first if they named none. */
  int disputedLine() {
    Matcher named = ITEM.matcher(said == null ? "" : said.text());
    return named.find() ? Math.max(0, Integer.parseInt(named.group(1)) - 1) : 0;
  }

  private Paper standing(PaperState now, Integer status, Instant at, Confided info) {
    return new Paper(
        orderNumber, kind, revision, number, guid, now, status, at, preNo, invtNo, info, sentAt);
  }

  private Paper numbered(String givenPreNo, String givenInvtNo) {
    return new Paper(
        orderNumber,
        kind,
        revision,
        number,
        guid,
        state,
        customsStatus,
        decidedAt,
        given(givenPreNo, preNo),
        given(givenInvtNo, invtNo),
        said,
        sentAt);
  }

  private static String given(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}

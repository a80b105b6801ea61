package eu.perron.imports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.exchange.Unsent;
import eu.perron.exchange.Withdrawal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back declarations of orders that are cancelled, or whose goods go back. */
@Component
@Transactional
public class ImportWithdrawals {
  static final String INVALIDATION = "invalidation";
  private final ImportDeclarations declarations;
  private final Outbox outbox;
  private final Unsent unsent;
  private final Clock clock;

  ImportWithdrawals(ImportDeclarations declarations, Outbox outbox, Unsent unsent, Clock clock) {
    this.declarations = declarations;
    this.outbox = outbox;
    this.unsent = unsent;
    this.clock = clock;
  }

  /**
   * Takes the declaration back: out of our own post if it still lies there, else by asking customs
   * to invalidate it.
   *
   * @param reason customs reads it
   * @return whether customs hold a declaration, so that a person must see it undone
   */
  public boolean withdraw(String orderNumber, String reason) {
    Optional<ImportDeclaration> declared =
        declarations.lockInForce(orderNumber).filter(declaration -> !declaration.state().isVoid());
    if (declared.isEmpty()) {
      return false;
    }
    ImportDeclaration declaration = declared.get();
    if (declaration.isOnPaper()) {
      takeBack(declaration, reason);
      return true;
    }
    if (declaration.state() == DeclarationState.DECLARED
        && unsent.withdrawUnsent(
                Partner.BELGIAN_CUSTOMS, ImportLodging.DECLARATION, declaration.lrn())
            == Withdrawal.WITHDRAWN) {
      declarations.update(declaration.decided(DeclarationState.WITHDRAWN, now(), reason));
      return false;
    }
    outbox.post(
        new Letter(
            Partner.BELGIAN_CUSTOMS,
            INVALIDATION,
            declaration.lrn(),
            orderNumber,
            new InvalidationLetter(declaration.lrn(), declaration.mrn(), reason, now())));
    return true;
  }

  /**
   * The goods go back, or were lost, before customs decided: a declaration that is still open must
   * not be released later.
   */
  public void giveUp(String orderNumber, String reason) {
    if (declarations
        .lockInForce(orderNumber)
        .filter(open -> !open.state().isDecided())
        .isPresent()) {
      withdraw(orderNumber, reason);
    }
  }

  /**
   * Nothing about it goes to customs electronically. What has not been lodged need not be any more,
   * but only the clerk knows whether the sheet is at the office.
   */
  private void takeBack(ImportDeclaration paper, String reason) {
    if (paper.state() == DeclarationState.ON_PAPER) {
      declarations.update(paper.decided(DeclarationState.WITHDRAWN, now(), reason));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

package eu.perron.operations;

import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator decides about a list: done, put on record, and told on the next page. */
@Component
class Deeds {
  private final Audit audit;
  private final TransactionTemplate transaction;

  Deeds(Audit audit, PlatformTransactionManager transactions) {
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param deed false if somebody was faster; then nothing is put on record
   * @param entry as it is after the deed
   * @param told the word for it; "gone" if somebody was faster
   */
  void done(BooleanSupplier deed, Supplier<Entry> entry, String told, RedirectAttributes flash) {
    Boolean did =
        transaction.execute(
            running -> {
              boolean done = deed.getAsBoolean();
              if (done) {
                audit.record(entry.get());
              }
              return done;
            });
    flash.addFlashAttribute("told", Boolean.TRUE.equals(did) ? told : "gone");
  }
}

package eu.perron.imports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

/** Tells customs that goods declared in advance are there, once customs has registered them. */
@Component
class Presentations {
  static final String OPERATION = "presentation";

  private final Drafting drafting;
  private final Outbox outbox;

  Presentations(Drafting drafting, Outbox outbox) {
    this.drafting = drafting;
    this.outbox = outbox;
  }

  /** Goods that came before customs' registration did are presented when that is heard. */
  void tell(ImportDeclaration declaration) {
    if (declaration.isToBePresented()) {
      outbox.post(
          new Letter(
              Partner.BELGIAN_CUSTOMS,
              OPERATION,
              declaration.lrn(),
              declaration.orderNumber(),
              drafting.presentation(declaration)));
    }
  }
}

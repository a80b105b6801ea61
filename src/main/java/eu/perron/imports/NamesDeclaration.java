package eu.perron.imports;

import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import java.util.Optional;

/**
 * News from customs about one declaration. At least one of LRN and MRN names it.
 *
 * @param <T> the news itself
 */
interface NamesDeclaration<T extends NamesDeclaration<T>> {
  String lrn();

  String mrn();

  /** The same news, as being about another declaration of ours. */
  T of(String otherLrn);

  static Optional<ImportDeclaration> lock(
      NamesDeclaration<?> news, ImportDeclarations declarations) {
    return news.lrn() == null
        ? declarations.lockByMrn(news.mrn())
        : declarations.lockByLrn(news.lrn());
  }

  static Outcome unmatched(NamesDeclaration<?> news) {
    return Outcome.unmatched(
        "No declaration of ours has "
            + (news.lrn() == null ? "MRN " + news.mrn() : "LRN " + news.lrn()));
  }

  static boolean contradicts(NamesDeclaration<?> news, ImportDeclaration known) {
    return news.mrn() != null && known.mrn() != null && !news.mrn().equals(known.mrn());
  }

  static <T extends NamesDeclaration<T>> Match<T> match(
      T news, String orderNumber, ImportDeclarations declarations) {
    Optional<ImportDeclaration> latest = declarations.inForce(orderNumber);
    if (latest.isEmpty()) {
      return Match.impossible("Order " + orderNumber + " was not declared for import");
    }
    ImportDeclaration known = latest.get();
    return contradicts(news, known)
        ? Match.impossible(
            "Order %s is declared under MRN %s, and this is about MRN %s"
                .formatted(orderNumber, known.mrn(), news.mrn()))
        : Match.to(news.of(known.lrn()), known.lrn());
  }
}

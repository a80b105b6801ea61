package eu.perron.flow;

import eu.perron.exchange.Partner;
import eu.perron.exchange.Unsent;
import eu.perron.exports.DeclarationOnRecord;
import eu.perron.exports.Exports;
import eu.perron.freight.AirConsignment;
import eu.perron.freight.Freight;
import eu.perron.freight.House;
import eu.perron.imports.DeclarationRecord;
import eu.perron.imports.DeclarationState;
import eu.perron.imports.Imports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What must be undone if an order is cancelled or goes back, shown before anybody decides it. */
@Component
@Transactional(readOnly = true)
public class UndoPlan {
  private final Exports exports;
  private final Freight freight;
  private final Imports imports;
  private final Unsent unsent;

  UndoPlan(Exports exports, Freight freight, Imports imports, Unsent unsent) {
    this.exports = exports;
    this.freight = freight;
    this.imports = imports;
    this.unsent = unsent;
  }

  /** What stands somewhere because of the order. */
  public enum What {
    EXPORT_DECLARATION,
    FLIGHT,
    SECURITY_FILING,
    IMPORT_DECLARATION
  }

  /** How it is undone. */
  public enum How {
    /** It never left us, and is taken out of our own post. */
    NOT_SENT,
    /** We ask the office by message, and wait for its word. */
    INVALIDATION_ASKED,
    /** A clerk sees to it at the office. */
    BY_HAND,
    TAKEN_OFF,
    /** The airline has it: it comes back by air or by the consignee. */
    OUT_OF_REACH,
    /** Released: duty and VAT are claimed back (UCC, Art. 116 and following). */
    REPAYMENT
  }

  /**
   * @param number copNo, consignment, LRN; the MRN where there is one
   */
  public record Deed(What what, String number, How how) {}

  public List<Deed> of(String orderNumber) {
    List<Deed> deeds = new ArrayList<>();
    exported(orderNumber).ifPresent(deeds::add);
    deeds.addAll(flown(orderNumber));
    imported(orderNumber).ifPresent(deeds::add);
    return deeds;
  }

  private Optional<Deed> exported(String orderNumber) {
    if (!exports.isDeclared(orderNumber)) {
      return Optional.empty();
    }
    List<DeclarationOnRecord> all = exports.declarations(orderNumber);
    DeclarationOnRecord last = all.get(all.size() - 1);
    return Optional.of(
        new Deed(
            What.EXPORT_DECLARATION,
            last.lrn(),
            unsent.isHere(Partner.CHINA_CUSTOMS, "export-list", last.lrn())
                ? How.NOT_SENT
                : How.BY_HAND));
  }

  private List<Deed> flown(String orderNumber) {
    Optional<House> house =
        freight.house(orderNumber).filter(one -> one.state() == House.State.ABOARD);
    if (house.isEmpty()) {
      return List.of();
    }
    List<Deed> deeds = new ArrayList<>();
    AirConsignment flying = freight.consignmentOf(orderNumber).orElseThrow();
    boolean reachable = flying.attempt() == 0;
    deeds.add(new Deed(What.FLIGHT, flying.number(), reachable ? How.TAKEN_OFF : How.OUT_OF_REACH));
    if (reachable && house.get().mrn() != null) {
      deeds.add(new Deed(What.SECURITY_FILING, house.get().mrn(), How.INVALIDATION_ASKED));
    }
    return deeds;
  }

  private Optional<Deed> imported(String orderNumber) {
    List<DeclarationRecord> all = imports.declarations(orderNumber);
    if (!imports.isDeclared(orderNumber)) {
      return Optional.empty();
    }
    DeclarationRecord last = all.get(all.size() - 1);
    String number = last.mrn() == null ? last.lrn() : last.mrn();
    How how =
        last.state() == DeclarationState.RELEASED
            ? How.REPAYMENT
            : last.paperReference() != null
                ? How.BY_HAND
                : last.state() == DeclarationState.DECLARED
                        && unsent.isHere(Partner.BELGIAN_CUSTOMS, "declaration", last.lrn())
                    ? How.NOT_SENT
                    : How.INVALIDATION_ASKED;
    return Optional.of(new Deed(What.IMPORT_DECLARATION, number, how));
  }
}

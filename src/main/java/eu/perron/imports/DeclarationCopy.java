package eu.perron.imports;

import java.math.BigDecimal;
import java.util.List;

/**
 * A declaration that somebody else made, of goods that pass through our hands: the transit
 * declaration they come under, or an export that the seller's own broker declared. It belongs into
 * the order's file and changes nothing.
 *
 * @param form CC015C (transit, NCTS) or DEC (WCO data model)
 * @param type T1, EX, IM … as the form has it
 * @param lrn the declarant's number for it
 * @param references unique consignment references in it; one of them may be an order of ours
 * @param declarant EORI number of the declarant, of transit the holder of the procedure
 * @param from customs office of departure or country of export, or null
 * @param to customs office of destination or country, or null
 * @param procedure requested and previous procedure of the first item (1040), or null
 */
public record DeclarationCopy(
    String form,
    String type,
    String lrn,
    List<String> references,
    String declarant,
    String from,
    String to,
    BigDecimal grossMassKg,
    Integer packages,
    String procedure,
    List<String> goods,
    List<String> commodityCodes) {
  /** The kind of {@link eu.perron.exchange.Arrival} that carries it. */
  public static final String ARRIVAL = "declaration-copy";

  public DeclarationCopy {
    references = List.copyOf(references);
    goods = List.copyOf(goods);
    commodityCodes = List.copyOf(commodityCodes);
  }

  DeclarationCopy about(String orderNumber) {
    return new DeclarationCopy(
        form,
        type,
        lrn,
        List.of(orderNumber),
        declarant,
        from,
        to,
        grossMassKg,
        packages,
        procedure,
        goods,
        commodityCodes);
  }
}

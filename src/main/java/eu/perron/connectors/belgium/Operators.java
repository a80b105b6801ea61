package eu.perron.connectors.belgium;

import eu.perron.imports.DeclarationLetter.Trader;
import eu.perron.trade.BelgianEnterpriseNumber;
import eu.perron.trade.Eori;
import eu.perron.trade.InvalidIdentifier;

/**
 * How customs knows the parties. A Chinese seller's credit code is no EORI number, a private person
 * has none.
 */
final class Operators {
  private Operators() {}

  /**
   * @return null where there is none to declare
   */
  static String eori(Trader trader) {
    String given = trader.identification();
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      return Eori.parse(given).value();
    } catch (InvalidIdentifier noEori) {
      return trader.country().equals("BE") ? ofEnterprise(given) : null;
    }
  }

  private static String ofEnterprise(String given) {
    try {
      return Eori.of(BelgianEnterpriseNumber.parse(given)).value();
    } catch (InvalidIdentifier noEnterprise) {
      return null;
    }
  }
}

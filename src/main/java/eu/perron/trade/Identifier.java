package eu.perron.trade;

import java.util.Optional;

/** A number or code by which the trade knows a thing; whoever holds one holds a valid one. */
public sealed interface Identifier
    permits Mrn,
        Lrn,
        Eori,
        IossNumber,
        BelgianEnterpriseNumber,
        UnifiedSocialCreditCode,
        AirWaybillNumber,
        UldNumber,
        Sscc,
        S10,
        HsCode {

  /** The one form in which it is stored, compared and sent. {@code toString()} is as printed. */
  String value();

  /** What a person should look at although no published rule is broken. */
  default Optional<String> doubt() {
    return Optional.empty();
  }
}

package eu.perron.trade;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of identifier the public contract names in its paths. */
public enum IdentifierKind {
  MRN("mrn", "An MRN", Mrn::parse),
  LRN("lrn", "An LRN", Lrn::parse),
  EORI("eori", "An EORI number", Eori::parse),
  IOSS("ioss", "An IOSS number", IossNumber::parse),
  BE_ENTERPRISE("be-enterprise", "A Belgian enterprise number", BelgianEnterpriseNumber::parse),
  CN_USCC("cn-uscc", "A unified social credit code", UnifiedSocialCreditCode::parse),
  AWB("awb", "An air waybill number", AirWaybillNumber::parse),
  ULD("uld", "A ULD number", UldNumber::parse),
  SSCC("sscc", "An SSCC", Sscc::parse),
  S10("s10", "An S10 item number", eu.perron.trade.S10::parse),
  HS("hs", "An HS code", HsCode::parse);

  private final String pathName;
  private final String noun;
  private final Function<String, ? extends Identifier> parser;

  IdentifierKind(String pathName, String noun, Function<String, ? extends Identifier> parser) {
    this.pathName = pathName;
    this.noun = noun;
    this.parser = parser;
  }

  /** The kind of this path name; exact, as paths are. */
  public static Optional<IdentifierKind> ofPath(String pathName) {
    return Arrays.stream(values()).filter(kind -> kind.pathName.equals(pathName)).findFirst();
  }

  public String pathName() {
    return pathName;
  }

  /** With its article, to begin a sentence: "An MRN". */
  String noun() {
    return noun;
  }

  /**
   * @throws InvalidIdentifier if the text is none of this kind
   */
  public Identifier parse(String given) {
    return parser.apply(given);
  }
}

package eu.perron.connectors.belgium;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.imports.DeclarationCopy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.validation.Schema;
import org.springframework.stereotype.Component;

/**
 * Reads declarations that others made: {@code POST /connect/belgian-customs/declaration-copy}. A
 * transit declaration (CC015C of NCTS) or a declaration of the WCO data model (DMS, type DEC); what
 * stands in it beyond a look at the goods is passed over, and kept in the message.
 */
@Component
class DeclarationCopyReader implements MessageReader {
  private static final String TRANSIT = "CC015C";
  private static final Schema SCHEMA =
      ForeignSchema.of(
          new ForeignSchema("", "MetaData", TRANSIT),
          new ForeignSchema(ForeignSchema.WCO, "MetaData"),
          new ForeignSchema(ForeignSchema.NCTS, TRANSIT));
  private static final int LONGEST = 512;
  private static final int MOST_GOODS = 999;

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "declaration-copy";
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    IdmsMessage message = Idms.read(body, SCHEMA);
    DeclarationCopy copy = message.name().equals(TRANSIT) ? transit(message) : declaration(message);
    String identity = copy.form() + " " + copy.declarant() + " " + copy.lrn();
    return new Reading(
        identity, List.of(new Arrival(DeclarationCopy.ARRIVAL, identity, copy.lrn(), copy)));
  }

  private static DeclarationCopy transit(IdmsMessage message) throws Unreadable {
    String goods = "Consignment/HouseConsignment/ConsignmentItem/";
    List<String> references = new ArrayList<>(all(message, "Consignment/referenceNumberUCR"));
    references.addAll(all(message, "Consignment/HouseConsignment/referenceNumberUCR"));
    return new DeclarationCopy(
        message.name(),
        text(message, "TransitOperation/declarationType"),
        text(message, "TransitOperation/LRN"),
        references,
        text(message, "HolderOfTheTransitProcedure/identificationNumber"),
        text(message, "CustomsOfficeOfDeparture/referenceNumber"),
        text(message, "CustomsOfficeOfDestinationDeclared/referenceNumber"),
        kilograms(message, List.of("Consignment/grossMass")),
        pieces(message, goods + "Packaging/numberOfPackages"),
        null,
        all(message, goods + "Commodity/descriptionOfGoods"),
        all(message, goods + "Commodity/CommodityCode/harmonizedSystemSubHeadingCode"));
  }

  private static DeclarationCopy declaration(IdmsMessage message) throws Unreadable {
    if (!text(message, "WCOTypeName").equals("DEC")) {
      throw new Unreadable("MetaData/WCOTypeName", "is no DEC: a declaration is wanted here");
    }
    String shipment = "Declaration/GoodsShipment/";
    String goods = shipment + "GovernmentAgencyGoodsItem/";
    List<String> references =
        new ArrayList<>(all(message, shipment + "UCR/TraderAssignedReferenceID"));
    references.addAll(all(message, shipment + "PreviousDocument/ID"));
    return new DeclarationCopy(
        "DEC",
        type(message),
        text(message, "Declaration/FunctionalReferenceID"),
        references,
        text(message, "Declaration/Declarant/ID"),
        first(message, shipment + "ExportCountry/ID"),
        first(message, shipment + "Destination/CountryCode"),
        kilograms(
            message,
            List.of(
                "Declaration/TotalGrossMassMeasure",
                goods + "Commodity/GoodsMeasure/GrossMassMeasure")),
        pieces(message, "Declaration/TotalPackageQuantity"),
        procedure(message, goods + "GovernmentProcedure/"),
        all(message, goods + "Commodity/Description"),
        all(message, goods + "Commodity/Classification/ID"));
  }

  /** Data elements 1/1 and 1/2 stand in one: EXD is an export declared before presentation. */
  private static String type(IdmsMessage message) throws Unreadable {
    String code = text(message, "Declaration/TypeCode");
    if (!code.matches("[A-Z]{2}[A-Z]?")) {
      throw new Unreadable("MetaData/Declaration/TypeCode", code + " is no type such as EXD");
    }
    return code.substring(0, 2);
  }

  private static String procedure(IdmsMessage message, String path) throws Unreadable {
    String requested = first(message, path + "CurrentCode");
    String previous = first(message, path + "PreviousCode");
    return requested == null || previous == null ? null : requested + previous;
  }

  private static String text(IdmsMessage message, String path) throws Unreadable {
    String text = message.get(path);
    if (text.length() > LONGEST) {
      throw new Unreadable(message.name() + "/" + path, "has more than " + LONGEST + " characters");
    }
    return text;
  }

  private static String first(IdmsMessage message, String path) throws Unreadable {
    return message.find(path).isEmpty() ? null : text(message, path);
  }

  private static List<String> all(IdmsMessage message, String path) throws Unreadable {
    List<String> all = message.all(path);
    if (all.size() > MOST_GOODS || all.stream().anyMatch(each -> each.length() > LONGEST)) {
      throw new Unreadable(
          message.name() + "/" + path,
          "is there more than %d times, or has more than %d characters"
              .formatted(MOST_GOODS, LONGEST));
    }
    return all;
  }

  /**
   * @param paths the first that is there counts; what stands at each item is summed
   */
  private static BigDecimal kilograms(IdmsMessage message, List<String> paths) throws Unreadable {
    for (String path : paths) {
      List<String> given = all(message, path);
      if (!given.isEmpty()) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String each : given) {
          if (!each.matches("\\d{1,11}(\\.\\d{1,6})?")) {
            throw new Unreadable(message.name() + "/" + path, each + " is no mass in kilograms");
          }
          sum = sum.add(new BigDecimal(each));
        }
        return sum;
      }
    }
    return null;
  }

  private static Integer pieces(IdmsMessage message, String path) throws Unreadable {
    long sum = 0;
    for (String each : all(message, path)) {
      if (!each.matches("\\d{1,8}")) {
        throw new Unreadable(message.name() + "/" + path, each + " is no number of packages");
      }
      sum += Long.parseLong(each);
    }
    return sum == 0 ? null : (int) Math.min(sum, Integer.MAX_VALUE);
  }
}

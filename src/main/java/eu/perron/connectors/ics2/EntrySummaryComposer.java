package eu.perron.connectors.ics2;

import eu.perron.freight.EntrySummary;
import eu.perron.freight.Office;
import eu.perron.freight.Trader;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * IE3F24: a house air waybill's minimum data before loading, with the master's number. F24 and not
 * F32, because our parcels fly as a forwarder's consolidation under an airline's master, not with
 * an express carrier's own flight.
 */
@Component
class EntrySummaryComposer extends Ics2Composer<EntrySummary> {
  EntrySummaryComposer() {
    super("entry-summary", EntrySummary.class, EntrySummaryComposer::write);
  }

  static byte[] write(EntrySummary summary) {
    return rest(new Ics2Writer("IE3F24").element("LRN", summary.lrn()), summary).end();
  }

  /** What a filing and its amendment have in common: all but how they are named. */
  static Ics2Writer rest(Ics2Writer out, EntrySummary summary) {
    out.at("DocumentIssueDate", summary.filedAt())
        .element("SpecificCircumstanceIndicator", "F24")
        .element("AddressedMemberState", summary.declarant().country());
    declarant(out, summary.declarant()).open("ConsignmentMasterLevel");
    document(out, summary.awb(), "N741")
        .element("PlaceOfLoading", summary.origin())
        .element("PlaceOfUnloading", summary.destination())
        .open("ConsignmentHouseLevel");
    document(out, summary.house(), "N740")
        .element("TotalGrossMass", summary.grossWeightKg().toPlainString())
        .element("NumberOfPackages", summary.pieces());
    party(out, "Consignor", summary.consignor());
    party(out, "Consignee", summary.consignee());
    goods(out, summary);
    return out.close().close();
  }

  /** One item for each subheading; the description is the house's, as the waybill has it. */
  private static void goods(Ics2Writer out, EntrySummary summary) {
    List<String> codes =
        summary.hsCodes().stream().filter(code -> code.matches("[0-9]{6}")).toList();
    for (int item = 1; item <= Math.max(1, codes.size()); item++) {
      out.open("GoodsItem")
          .element("GoodsItemNumber", item)
          .text("DescriptionOfGoods", summary.goods(), 512);
      if (!codes.isEmpty()) {
        out.element("HarmonizedSystemSubheadingCode", codes.get(item - 1));
      }
      out.close();
    }
  }

  static Ics2Writer declarant(Ics2Writer out, Office office) {
    return out.open("Declarant")
        .element("IdentificationNumber", office.eori())
        .open("Communication")
        .element("Identifier", office.phone())
        .element("Type", "TE")
        .close()
        .close();
  }

  static Ics2Writer document(Ics2Writer out, String number, String type) {
    return out.open("TransportDocument")
        .element("ReferenceNumber", number)
        .element("Type", type)
        .close();
  }

  private static void party(Ics2Writer out, String role, Trader trader) {
    out.open(role)
        .text("Name", trader.name(), 70)
        .open("Address")
        .text("Street", trader.street(), 70)
        .text("City", trader.city(), 35)
        .text("Postcode", trader.postcode(), 17)
        .element("Country", trader.country())
        .close()
        .close();
  }
}

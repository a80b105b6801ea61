package eu.perron.connectors.airline;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.freight.MasterWaybill;
import eu.perron.freight.MasterWaybill.LotMark;
import eu.perron.freight.Office;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** FWB/16: the master air waybill of a consolidation, told to the airline. */
@Component
class WaybillComposer implements Composer {
  private static final DateTimeFormatter ISSUED = DateTimeFormatter.ofPattern("ddMMMyy", Locale.US);

  @Override
  public Partner partner() {
    return Partner.AIRLINE;
  }

  @Override
  public String operation() {
    return "fwb";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    PostedLetter letter = letters.get(0);
    return new OutgoingMessage(
        partner(), operation(), letter.key(), "text/plain", write(letter.as(MasterWaybill.class)));
  }

  static byte[] write(MasterWaybill waybill) {
    Office from = waybill.shipper();
    String weight = ImpText.number(waybill.weightKg());
    BigDecimal charge =
        waybill.weightKg().multiply(waybill.ratePerKg()).setScale(2, RoundingMode.HALF_UP);
    return ImpWriter.envelope(
            waybill.origin() + "FM" + waybill.airline(), from.teletype(), waybill.executedAt())
        .line("FWB/16")
        .line(
            waybill.awb()
                + waybill.origin()
                + waybill.destination()
                + "/T"
                + waybill.pieces()
                + "K"
                + weight)
        .line("FLT/%s/%02d".formatted(waybill.flight(), waybill.flightDate().getDayOfMonth()))
        .line("RTG/" + waybill.destination() + waybill.airline())
        .line("SHP")
        .tagged("", party(from))
        .line("CNE")
        .tagged("", party(waybill.consignee()))
        .line("CVD/" + waybill.currency() + "//PP/NVD/NCV/XXX")
        .line(
            "RTD/1/P%d/K%s/CQ/W%s/R%s/T%s"
                .formatted(
                    waybill.pieces(),
                    weight,
                    weight,
                    ImpText.number(waybill.ratePerKg()),
                    charge.toPlainString()))
        .line("/NC/CONSOLIDATION AS PER")
        .line("/2/NG/ATTACHED LIST")
        .line("PPD/WT" + charge.toPlainString())
        .line("/CT" + charge.toPlainString())
        .line("CER/" + ImpText.clean(from.name(), 20, "PERRON"))
        .line(
            "ISU/"
                + ISSUED.format(waybill.executedOn()).toUpperCase(Locale.ROOT)
                + "/"
                + ImpText.clean(from.place(), 17, from.station())
                + "/"
                + ImpText.clean(from.name(), 20, "PERRON"))
        .line(
            "REF/" + from.teletype() + "/" + waybill.consignmentNumber() + "-" + waybill.attempt())
        .line("SPH/" + (waybill.cargoAircraftOnly() ? "CAO/" : "") + "EAW/SPX")
        .tagged("OCI", customs(waybill))
        .bytes();
  }

  /** The lots of a house follow the line that names it: in OCI the order carries the meaning. */
  private static List<String> customs(MasterWaybill waybill) {
    List<String> lines = new ArrayList<>();
    lines.add(waybill.consignee().country() + "/CNE/T/" + waybill.consignee().eori());
    for (LotMark mark : waybill.marks()) {
      lines.add("/HWB/I/" + mark.house());
      lines.add("//ST/LOT " + mark.lot() + " " + mark.pieces() + "PCS");
    }
    return lines;
  }

  private static List<String> party(Office office) {
    return List.of(
        ImpText.clean(office.name(), 35, "PERRON"),
        ImpText.clean(office.street(), 35, office.station()),
        ImpText.clean(office.place(), 17, office.station()),
        office.country()
            + "/"
            + ImpText.clean(office.postcode(), 9, "0")
            + "/TE/"
            + office.phone());
  }
}

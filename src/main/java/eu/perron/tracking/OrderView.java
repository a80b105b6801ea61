package eu.perron.tracking;

import com.fasterxml.jackson.annotation.JsonFormat;
import eu.perron.orders.Delivery;
import eu.perron.orders.Incoterm;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Party;
import eu.perron.orders.SaleKind;
import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import eu.perron.orders.VatScheme;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that can be said about one order. What is not known yet is null or empty. */
@Schema(name = "OrderView")
public record OrderView(
    String orderNumber,
    String reference,
    Status status,
    Stage stage,
    String lane,
    Instant placedAt,
    Instant acceptedAt,
    Instant endedAt,
    @Schema(description = "The day we promised to be at the door.") LocalDate promisedBy,
    String trackingUrl,
    Links links,
    VatScheme vatScheme,
    String iossNumber,
    Incoterm incoterm,
    SaleKind saleKind,
    String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal transportCost,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal insuranceCost,
    Party consignor,
    Party consignee,
    Party euResponsiblePerson,
    Delivery delivery,
    List<ParcelView> parcels,
    List<OrderLine> lines,
    List<Declaration> declarations,
    Consignment consignment,
    @Schema(
            description =
                "What the order costs at the door, as POST /landed-costs answers: by what is"
                    + " declared and the law of the day of acceptance; until then by what would be"
                    + " declared today.",
            type = "object")
        Object landedCost,
    List<TimelineEntry> timeline,
    @Schema(description = "Present if a person of ours is needed.") OpenTask openTask) {

  @Schema(name = "OrderLinks")
  public record Links(String self, String cancellation, String tracking) {}

  /**
   * @param carrierNumber the carrier's own number, once labelled
   */
  @Schema(name = "ParcelView")
  public record ParcelView(
      String number,
      String carrier,
      String carrierNumber,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal grossWeightKg,
      int lengthCm,
      int widthCm,
      int heightCm) {}

  /**
   * @param direction EXPORT, SECURITY or IMPORT
   * @param kind the message or form it was made by: CEB603, ENS, H7, H1
   * @param paperReference ours, if it was lodged on paper while customs' system was down; else null
   */
  @Schema(name = "Declaration")
  public record Declaration(
      String direction,
      String kind,
      String lrn,
      String mrn,
      String state,
      Instant declaredAt,
      Instant acceptedAt,
      String reason,
      String paperReference) {
    /** One whose customs tell no moment of acceptance, and that is never lodged on paper. */
    static Declaration electronic(
        String direction,
        String kind,
        String lrn,
        String mrn,
        String state,
        Instant declaredAt,
        String reason) {
      return new Declaration(direction, kind, lrn, mrn, state, declaredAt, null, reason, null);
    }
  }

  @Schema(name = "Consignment")
  public record Consignment(
      String number,
      String awb,
      String flight,
      LocalDate flightDate,
      String origin,
      String destination,
      String state) {}

  @Schema(name = "OpenTask")
  public record OpenTask(String name, String desk, String reason, Instant since, Instant dueAt) {}

  /** A room's or the flow's share of the view. */
  public interface Part {
    void addTo(Draft draft, String orderNumber);
  }

  /** The view while it is gathered. */
  public static final class Draft {
    final List<Declaration> declarations = new ArrayList<>();
    final Map<String, String> carrierNumbers = new LinkedHashMap<>();
    Consignment consignment;
    Object landedCost;
    OpenTask openTask;
    String carrier;

    public void declaration(Declaration declaration) {
      declarations.add(declaration);
    }

    public void consignment(Consignment flown) {
      consignment = flown;
    }

    public void landedCost(Object cost) {
      landedCost = cost;
    }

    public void openTask(OpenTask task) {
      openTask = task;
    }

    public void carrier(String name) {
      carrier = name;
    }

    /**
     * @param parcelNumber ours
     */
    public void carrierNumber(String parcelNumber, String number) {
      carrierNumbers.put(parcelNumber, number);
    }
  }
}

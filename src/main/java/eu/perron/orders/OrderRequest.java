package eu.perron.orders;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as a seller places it, every field checked. Money has two decimals here, weight three.
 */
@Schema(
    name = "Order",
    description = "An order as a seller places it. Nothing beyond these properties is taken.")
public record OrderRequest(
    @Schema(
            description = "Yours; the same reference is the same order.",
            maxLength = 60,
            requiredMode = RequiredMode.REQUIRED)
        String reference,
    @Schema(
            description = "With offset.",
            example = "2026-11-22T11:12:45+08:00",
            requiredMode = RequiredMode.REQUIRED)
        Instant placedAt,
    @Schema(requiredMode = RequiredMode.REQUIRED) VatScheme vatScheme,
    @Schema(description = "Wanted with the scheme IOSS.", example = "IM0560000010")
        String iossNumber,
    @Schema(requiredMode = RequiredMode.REQUIRED) Incoterm incoterm,
    @Schema(requiredMode = RequiredMode.REQUIRED) SaleKind saleKind,
    @Schema(
            description = "ISO 4217, of every price and cost.",
            example = "EUR",
            requiredMode = RequiredMode.REQUIRED)
        String currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(requiredMode = RequiredMode.REQUIRED)
        BigDecimal transportCost,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(requiredMode = RequiredMode.REQUIRED)
        BigDecimal insuranceCost,
    @Schema(requiredMode = RequiredMode.REQUIRED) Party consignor,
    @Schema(requiredMode = RequiredMode.REQUIRED) Party consignee,
    Party euResponsiblePerson,
    @Schema(requiredMode = RequiredMode.REQUIRED) Delivery delivery,
    @Schema(requiredMode = RequiredMode.REQUIRED) List<Size> parcels,
    @Schema(requiredMode = RequiredMode.REQUIRED) List<OrderLine> lines) {

  @Schema(name = "ParcelSize")
  public record Size(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal grossWeightKg,
      int lengthCm,
      int widthCm,
      int heightCm) {}

  public String lane() {
    return consignor.country() + "-" + consignee.country();
  }
}

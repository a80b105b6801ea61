package eu.perron.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/** What a seller mends of an order that screening holds. What is absent stays as it was. */
@Schema(
    name = "Correction",
    description = "What is absent stays as it was. At least one thing must be mended.")
record OrderCorrection(
    VatScheme vatScheme,
    @Schema(example = "IM0560000010") String iossNumber,
    Party euResponsiblePerson,
    List<Line> lines,
    @Schema(description = "What you want to tell the clerk.", maxLength = 1000) String note) {

  /**
   * @param line counted from 1, as in the findings
   */
  @Schema(name = "CorrectionLine")
  record Line(
      @Schema(description = "Which line, counted from 1.") int line,
      String sku,
      String description,
      String hsCode,
      BigDecimal unitPrice,
      String gtin,
      String manufacturerPartNumber,
      @Schema(example = "UN3481-PI967-II") String dangerousGoods) {}

  boolean isNothing() {
    return vatScheme == null
        && iossNumber == null
        && euResponsiblePerson == null
        && lines.isEmpty();
  }
}

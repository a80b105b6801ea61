package eu.perron.compliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.perron.compliance.Finding.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What screening found, as its seller may read it. */
@Schema(name = "Finding")
record SellersFinding(
    FindingCode code,
    @Schema(description = "Which line, counted from 1; null: the whole order.") Integer line,
    State state,
    @Schema(description = "What was found.") String what,
    @Schema(description = "By which law.") String law,
    @Schema(description = "What would cure it.") String cure,
    @Schema(description = "Whether a correction of yours can cure it.") @JsonProperty("correctable")
        boolean correctable) {

  static SellersFinding of(Finding finding, Optional<Knowledge.Rule> rule) {
    return new SellersFinding(
        finding.code(),
        finding.line() == null ? null : finding.line() + 1,
        finding.state(),
        finding.code().isConfidential()
            ? "The parties of the order are looked at."
            : finding.detail().split(" Law: ", 2)[0],
        rule.map(Knowledge.Rule::law).orElse(null),
        finding.code().isConfidential() ? null : rule.map(Knowledge.Rule::cure).orElse(null),
        finding.state() == State.OPEN && finding.code().isCuredBySeller());
  }
}

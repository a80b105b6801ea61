package eu.perron.duties;

import eu.perron.house.InputError;
import eu.perron.house.Problem;
import eu.perron.orders.OrderEnquiries;
import eu.perron.orders.OrderEnquiry;
import eu.perron.trade.Liege;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/landed-costs")
@Tag(name = "Landed cost")
class LandedCostsController {
  private final OrderEnquiries enquiries;
  private final LandedCosts costs;
  private final Clock clock;

  LandedCostsController(OrderEnquiries enquiries, LandedCosts costs, Clock clock) {
    this.enquiries = enquiries;
    this.costs = costs;
    this.clock = clock;
  }

  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What an order costs at the door",
      description =
          "Which declaration, duty, VAT and fees, who pays them where, by the law of any day;"
              + " nothing is kept. Every amount names its rules, with version, the day from which"
              + " they hold, source and mark (F found in the source, U unverified, INVENTED for the"
              + " demonstration); what is unverified is warned of. To the Union in euro; to China, as"
              + " retail import, in yuan.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = OrderEnquiry.Question.class))))
  @ApiResponse(responseCode = "200", description = "Reckoned")
  LandedCost reckon(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
    OrderEnquiry enquiry = enquiries.read(request.getInputStream());
    LocalDate day =
        enquiry.acceptedOn() == null
            ? LocalDate.now(clock.withZone(Liege.TIME))
            : enquiry.acceptedOn();
    try {
      return costs.of(enquiry.order(), day);
    } catch (NoLaw unknown) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_ENTITY,
              "no-law",
              "This cannot be reckoned",
              unknown.getMessage())
          .errors(List.of(new InputError(unknown.pointer(), unknown.code(), unknown.getMessage())));
    }
  }
}

package eu.perron.tracking;

import eu.perron.house.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tracking")
class TrackingController {
  private final TrackingDesk desk;

  TrackingController(TrackingDesk desk) {
    this.desk = desk;
  }

  @GetMapping(path = "/api/v1/tracking/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Where a parcel is",
      description = "Open to all; says nothing about persons or goods.")
  @SecurityRequirements
  PublicTracking track(
      @Parameter(description = "Order, parcel or carrier's number") @PathVariable String number) {
    return desk.find(number)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-number",
                    "No such number",
                    "We know no order and no parcel by this number. A carrier's number is known once the label is printed."));
  }
}

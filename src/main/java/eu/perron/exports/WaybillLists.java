package eu.perron.exports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells customs of flights. What changes is told again as a new revision, and so is what they gave
 * back; the same told twice is told once.
 */
@Component("exportWaybillLists")
class WaybillLists {
  private final FlightNotices notices;
  private final ExportDeclarations declarations;
  private final CustomsCodes codes;
  private final Outbox outbox;
  private final JdbcAggregateTemplate aggregates;

  WaybillLists(
      FlightNotices notices,
      ExportDeclarations declarations,
      CustomsCodes codes,
      Outbox outbox,
      JdbcAggregateTemplate aggregates) {
    this.notices = notices;
    this.declarations = declarations;
    this.codes = codes;
    this.outbox = outbox;
    this.aggregates = aggregates;
  }

  void file(FlightOfOrders flight, BigDecimal grossWeightKg, Instant now) {
    List<String> numbers = flight.numbers();
    next(
            FlightNotice.CEB607,
            flight,
            List.of(
                flight.masterWaybill(),
                flight.flight(),
                flight.flightDate(),
                grossWeightKg.stripTrailingZeros(),
                numbers),
            now)
        .ifPresent(
            filing -> {
              Map<String, String> invtNos =
                  declarations.findByOrderNumberInAndSupersededFalse(numbers).stream()
                      .filter(declaration -> declaration.invtNo() != null)
                      .collect(
                          Collectors.toMap(
                              ExportDeclaration::orderNumber, ExportDeclaration::invtNo));
              post(
                  filing,
                  new WaybillList(
                      filing.copNo(),
                      filing.guid(),
                      filing.revision() > 1,
                      now,
                      flight.consignmentNumber(),
                      flight.masterWaybill(),
                      flight.flight(),
                      flight.flightDate(),
                      byAir(now),
                      grossWeightKg,
                      numbers.stream()
                          .map(number -> new WaybillList.House(number, invtNos.get(number)))
                          .toList()));
            });
  }

  void departed(FlightOfOrders flight, Instant leftAt, Instant now) {
    next(
            FlightNotice.CEB509,
            flight,
            List.of(flight.masterWaybill(), flight.flight(), flight.flightDate(), flight.numbers()),
            now)
        .ifPresent(
            filing ->
                post(
                    filing,
                    new Departure(
                        filing.copNo(),
                        filing.guid(),
                        filing.revision() > 1,
                        now,
                        flight.consignmentNumber(),
                        flight.masterWaybill(),
                        flight.flight(),
                        flight.flightDate(),
                        byAir(now),
                        leftAt,
                        flight.numbers())));
  }

  /** Empty: customs were told that already, and did not give it back. */
  private Optional<WaybillFiling> next(
      FlightNotice message, FlightOfOrders flight, List<?> content, Instant now) {
    String hash = hash(content);
    Optional<WaybillFiling> last = notices.latest(flight.consignmentNumber(), message);
    boolean told =
        last.filter(filed -> filed.contentHash().equals(hash) && !filed.isReturned()).isPresent();
    if (flight.numbers().isEmpty() || told) {
      return Optional.empty();
    }
    return Optional.of(
        aggregates.insert(
            WaybillFiling.filed(
                message,
                flight.consignmentNumber(),
                last.map(filed -> filed.revision() + 1).orElse(1),
                UUID.randomUUID().toString().toUpperCase(Locale.ROOT),
                hash,
                now)));
  }

  private void post(WaybillFiling filing, Object content) {
    outbox.post(
        new Letter(
            Partner.CHINA_CUSTOMS,
            filing.message().operation(),
            filing.copNo(),
            filing.consignmentNumber(),
            content));
  }

  private String byAir(Instant now) {
    return codes.of("transport", "AIR", LocalDate.ofInstant(now, ExportListing.CHINA));
  }

  private static String hash(List<?> content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}

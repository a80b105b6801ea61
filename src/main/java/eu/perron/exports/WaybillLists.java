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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/** Files waybill lists; a flight that changes is filed again as a new revision. */
@Component("exportWaybillLists")
class WaybillLists {
  static final String WAYBILL_LIST = "waybill-list";

  private final WaybillFilings filings;
  private final ExportDeclarations declarations;
  private final CustomsCodes codes;
  private final Outbox outbox;
  private final JdbcAggregateTemplate aggregates;

  WaybillLists(
      WaybillFilings filings,
      ExportDeclarations declarations,
      CustomsCodes codes,
      Outbox outbox,
      JdbcAggregateTemplate aggregates) {
    this.filings = filings;
    this.declarations = declarations;
    this.codes = codes;
    this.outbox = outbox;
    this.aggregates = aggregates;
  }

  void file(
      String consignmentNumber,
      String masterWaybill,
      String flight,
      LocalDate flightDate,
      BigDecimal grossWeightKg,
      Collection<String> orderNumbers,
      Instant now) {
    List<String> numbers = orderNumbers.stream().distinct().sorted().toList();
    String hash =
        hash(
            List.of(
                masterWaybill, flight, flightDate, grossWeightKg.stripTrailingZeros(), numbers));
    Optional<WaybillFiling> last =
        filings.findFirstByConsignmentNumberOrderByRevisionDesc(consignmentNumber);
    if (numbers.isEmpty() || last.filter(filed -> filed.contentHash().equals(hash)).isPresent()) {
      return;
    }
    int revision = last.map(filed -> filed.revision() + 1).orElse(1);
    WaybillFiling filing =
        WaybillFiling.filed(
            consignmentNumber,
            revision,
            UUID.randomUUID().toString().toUpperCase(Locale.ROOT),
            hash,
            now);
    aggregates.insert(filing);
    Map<String, String> invtNos =
        declarations.findByOrderNumberInAndSupersededFalse(numbers).stream()
            .filter(declaration -> declaration.invtNo() != null)
            .collect(Collectors.toMap(ExportDeclaration::orderNumber, ExportDeclaration::invtNo));
    WaybillList list =
        new WaybillList(
            filing.copNo(),
            filing.guid(),
            revision > 1,
            now,
            consignmentNumber,
            masterWaybill,
            flight,
            flightDate,
            codes.of("transport", "AIR", LocalDate.ofInstant(now, ExportListing.CHINA)),
            grossWeightKg,
            numbers.stream()
                .map(number -> new WaybillList.House(number, invtNos.get(number)))
                .toList());
    outbox.post(
        new Letter(Partner.CHINA_CUSTOMS, WAYBILL_LIST, filing.copNo(), consignmentNumber, list));
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

package eu.perron.orders;

import eu.perron.house.InputError;
import eu.perron.house.Problem;
import eu.perron.house.Seal;
import eu.perron.orders.CancellationDesk.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seller cures what holds an order. */
@Component
class OrderCorrections {
  private final CorrectionDesk desk;
  private final Orders orders;
  private final JdbcClient jdbc;
  private final Seal seal;
  private final ApplicationEventPublisher events;

  OrderCorrections(
      CorrectionDesk desk,
      Orders orders,
      JdbcClient jdbc,
      Seal seal,
      ApplicationEventPublisher events) {
    this.desk = desk;
    this.orders = orders;
    this.jdbc = jdbc;
    this.seal = seal;
    this.events = events;
  }

  @Transactional
  public Optional<Refusal> correct(Order order, OrderCorrection correction) {
    Optional<Refusal> refusal =
        order.endedAt() != null
            ? Optional.of(OrderCancellation.ended(order.status()))
            : desk.refusal(order.number());
    if (refusal.isPresent()) {
      return refusal;
    }
    check(order, correction);
    Changes changes = new Changes();
    head(order, correction, changes);
    correction
        .lines()
        .forEach(line -> line(order, order.lines().get(line.line() - 1), line, changes));
    orders.changed(order.number());
    events.publishEvent(
        new OrderCorrected(order.number(), order.sellerId(), changes.before, changes.after));
    desk.corrected(order.number(), order.sellerId(), correction.note());
    return Optional.empty();
  }

  private static void check(Order order, OrderCorrection correction) {
    List<InputError> wrong = new java.util.ArrayList<>();
    for (int i = 0; i < correction.lines().size(); i++) {
      if (correction.lines().get(i).line() > order.lines().size()) {
        wrong.add(
            new InputError(
                "/lines/" + i + "/line",
                "no-such-line",
                "The order has %d lines.".formatted(order.lines().size())));
      }
    }
    VatScheme scheme = Objects.requireNonNullElse(correction.vatScheme(), order.vatScheme());
    if (scheme == VatScheme.IOSS
        && correction.iossNumber() == null
        && (order.iossNumber() == null || order.iossNumber().isBlank())) {
      wrong.add(new InputError("/iossNumber", "required", "The scheme IOSS needs an IOSS number."));
    }
    if (!wrong.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_ENTITY,
              "correction-not-acceptable",
              "The correction cannot be taken",
              "It does not fit the order.")
          .errors(wrong);
    }
  }

  private void head(Order order, OrderCorrection to, Changes changes) {
    VatScheme scheme = changes.kept("vatScheme", order.vatScheme(), to.vatScheme());
    String ioss = changes.kept("iossNumber", order.iossNumber(), to.iossNumber());
    Party person =
        changes.kept("euResponsiblePerson", order.euResponsiblePerson(), to.euResponsiblePerson());
    jdbc.sql(
            "UPDATE orders SET vat_scheme = :scheme, ioss_number = :ioss, responsible = :person "
                + "WHERE number = :number")
        .param("scheme", scheme.name())
        .param("ioss", scheme == VatScheme.IOSS ? ioss : null)
        .param("person", seal.closeDocument(person))
        .param("number", order.number())
        .update();
  }

  private void line(Order order, OrderLine was, OrderCorrection.Line to, Changes changes) {
    String at = "lines/" + to.line() + "/";
    jdbc.sql(
            "UPDATE order_line SET sku = :sku, description = :description, hs_code = :hsCode,"
                + " unit_price = :unitPrice, gtin = :gtin, manufacturer_part_number = :part,"
                + " dangerous_goods = :dangerous WHERE order_number = :number AND position ="
                + " :position")
        .param("sku", changes.kept(at + "sku", was.sku(), to.sku()))
        .param("description", changes.kept(at + "description", was.description(), to.description()))
        .param("hsCode", changes.kept(at + "hsCode", was.hsCode(), to.hsCode()))
        .param("unitPrice", changes.kept(at + "unitPrice", was.unitPrice(), to.unitPrice()))
        .param("gtin", changes.kept(at + "gtin", was.gtin(), to.gtin()))
        .param(
            "part",
            changes.kept(
                at + "manufacturerPartNumber",
                was.manufacturerPartNumber(),
                to.manufacturerPartNumber()))
        .param(
            "dangerous",
            changes.kept(at + "dangerousGoods", was.dangerousGoods(), to.dangerousGoods()))
        .param("number", order.number())
        .param("position", to.line() - 1)
        .update();
  }

  /** What was, and what is now, of whatever changes. */
  private static final class Changes {
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();

    <T> T kept(String name, T was, T given) {
      if (given == null || given.equals(was)) {
        return was;
      }
      before.put(name, was == null ? null : was.toString());
      after.put(name, given.toString());
      return given;
    }
  }
}

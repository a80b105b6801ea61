package eu.perron.desk;

import eu.perron.compliance.Compliance;
import eu.perron.compliance.Finding;
import eu.perron.delivery.Deliveries;
import eu.perron.house.Seal;
import eu.perron.imports.PaperDeclarations;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the fields of a form hold before the clerk writes: the keys that forms may use, with the
 * values of today.
 */
@Component
class FormData {
  private static final String LODGING = "lodge-on-paper";
  private final Orders orders;
  private final Compliance compliance;
  private final Deliveries deliveries;
  private final PaperDeclarations papers;
  private final JdbcClient jdbc;
  private final Seal seal;

  FormData(
      Orders orders,
      Compliance compliance,
      Deliveries deliveries,
      PaperDeclarations papers,
      JdbcClient jdbc,
      Seal seal) {
    this.orders = orders;
    this.compliance = compliance;
    this.deliveries = deliveries;
    this.papers = papers;
    this.seal = seal;
    this.jdbc = jdbc;
  }

  Map<String, Object> of(TaskList.Task task) {
    Map<String, Object> values = new HashMap<>();
    values.put("key", task.businessKey());
    values.put("reason", task.reason());
    if (task.form().equals(LODGING)) {
      values.put("office", papers.usualOffice());
    }
    orders
        .find(task.businessKey())
        .ifPresentOrElse(order -> put(order, values), () -> putFlight(task, values));
    return values;
  }

  private void put(Order order, Map<String, Object> values) {
    values.put("orderNumber", order.number());
    lineAtIssue(order)
        .ifPresent(
            line -> {
              values.put("description", line.description());
              values.put("hsCode", line.hsCode());
            });
    values.put("goods", order.goods());
    values.put("goodsValue", order.goodsValue().toPlainString() + " " + order.currency());
    values.put("street", order.consignee().street());
    values.put("postcode", order.consignee().postcode());
    values.put("city", order.consignee().city());
    deliveries
        .correctedAddress(order.number())
        .ifPresent(
            address -> {
              putGiven(values, "street", address.street());
              putGiven(values, "postcode", address.postcode());
              putGiven(values, "city", address.city());
            });
    jdbc.sql(
            "SELECT question FROM freight_house WHERE order_number = :number AND question IS NOT NULL")
        .param("number", order.number())
        .query((row, n) -> seal.openText(row.getBytes("question")))
        .optional()
        .ifPresent(question -> values.put("question", question));
  }

  private static void putGiven(Map<String, Object> values, String key, String value) {
    if (value != null) {
      values.put(key, value);
    }
  }

  /**
   * Of several lines those with a finding are corrected: none may begin with the words of another.
   */
  private Optional<OrderLine> lineAtIssue(Order order) {
    List<Integer> found =
        compliance.findings(order.number()).stream()
            .filter(finding -> finding.state() == Finding.State.OPEN)
            .map(Finding::line)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return found.size() == 1 && found.get(0) < order.lines().size()
        ? Optional.of(order.lines().get(found.get(0)))
        : order.lines().size() == 1 ? Optional.of(order.lines().get(0)) : Optional.empty();
  }

  private void putFlight(TaskList.Task task, Map<String, Object> values) {
    jdbc.sql(
            "SELECT flight, DATE_FORMAT(flight_date, '%Y-%m-%d') AS flightDate, awb FROM air_consignment "
                + "WHERE number = :number")
        .param("number", task.businessKey())
        .query()
        .listOfRows()
        .forEach(values::putAll);
  }
}

package eu.perron.desk;

import eu.perron.flow.Models;
import eu.perron.flow.Standing;
import eu.perron.orders.Order;
import eu.perron.orders.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that the rooms know of one order, read for the person who decides about it. */
@Component
@Transactional(readOnly = true)
class OrderFile {
  private static final List<Stage> WAY =
      List.of(
          Stage.COMPLIANCE,
          Stage.EXPORT_CLEARANCE,
          Stage.AIR_FREIGHT,
          Stage.IMPORT_CLEARANCE,
          Stage.LAST_MILE);
  private final JdbcClient jdbc;
  private final Standing standing;
  private final Models models;

  OrderFile(JdbcClient jdbc, Standing standing, Models models) {
    this.jdbc = jdbc;
    this.standing = standing;
    this.models = models;
  }

  /**
   * @param state done, now or ahead
   */
  record StageOnWay(Stage stage, String state) {}

  record Flight(
      String consignment,
      String awb,
      String flight,
      String flightDate,
      String state,
      String houseState) {}

  /**
   * @param process whose diagram is shown; null if it stands nowhere
   */
  record Drawn(String process, String version, String here, String walked, String called) {}

  List<StageOnWay> way(Order order) {
    int at = WAY.indexOf(order.stage() == Stage.CLOSED ? lastStage(order.number()) : order.stage());
    List<StageOnWay> way = new ArrayList<>();
    for (int n = 0; n < WAY.size(); n++) {
      boolean closed = order.stage() == Stage.CLOSED;
      way.add(
          new StageOnWay(
              WAY.get(n), n < at || n == at && closed ? "done" : n == at ? "now" : "ahead"));
    }
    return way;
  }

  /** An ended order is CLOSED: how far it came is in the path it walked. */
  private Stage lastStage(String number) {
    Stage last = Stage.COMPLIANCE;
    for (String step : standing.path(number)) {
      last =
          switch (step) {
            case "fulfilment:ExportClearance" -> Stage.EXPORT_CLEARANCE;
            case "fulfilment:AirFreight" -> Stage.AIR_FREIGHT;
            case "fulfilment:ImportClearance" -> Stage.IMPORT_CLEARANCE;
            case "fulfilment:LastMile" -> Stage.LAST_MILE;
            default -> last;
          };
    }
    return last;
  }

  Optional<Flight> flight(String number) {
    return jdbc.sql(
            """
            SELECT c.number AS consignment, c.awb, c.flight, c.flight_date, c.state, h.state AS house_state
            FROM freight_house h JOIN air_consignment c ON c.number = h.consignment_number
            WHERE h.order_number = :number""")
        .param("number", number)
        .query(Flight.class)
        .optional();
  }

  /** The diagram it stands on; the one around it marks the call it stands inside. */
  Drawn drawn(String key, String outermost) {
    List<String> path = standing.path(key);
    TreeSet<String> walked = new TreeSet<>(path);
    Optional<Standing.Place> place = standing.of(key);
    String process =
        outermost != null ? outermost : place.map(Standing.Place::process).orElse(null);
    if (process == null) {
      return new Drawn(null, null, "", "", "");
    }
    List<String> here = new ArrayList<>();
    place.ifPresent(
        stands -> {
          here.add(stands.process() + ":" + stands.activity());
          if (!stands.process().equals(process)) {
            lastOf(process, path).ifPresent(here::add);
          }
        });
    String version =
        place
            .filter(stands -> stands.process().equals(process))
            .flatMap(stands -> models.process(stands.definitionId()))
            .map(found -> String.valueOf(found.version()))
            .orElse("");
    return new Drawn(
        process, version, String.join(" ", here), String.join(" ", walked), called(process, path));
  }

  private static Optional<String> lastOf(String process, List<String> path) {
    return path.stream()
        .filter(step -> step.startsWith(process + ":"))
        .reduce((first, second) -> second);
  }

  /**
   * Where an expression chose the process, the one that this order really walked; else the first it
   * may choose.
   */
  private String called(String process, List<String> path) {
    List<String> pairs = new ArrayList<>();
    models
        .calls(process)
        .forEach(
            (activity, called) ->
                called.stream()
                    .filter(one -> path.stream().anyMatch(step -> step.startsWith(one + ":")))
                    .findFirst()
                    .or(() -> called.stream().findFirst())
                    .ifPresent(one -> pairs.add(activity + "=" + one)));
    return String.join(" ", pairs);
  }
}

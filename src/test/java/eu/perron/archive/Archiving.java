package eu.perron.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.PerronTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders that ended long ago, and the round that takes them away. */
abstract class Archiving extends PerronTest {
  static final Duration LONG_ENOUGH = Duration.ofDays(31);
  @Autowired JdbcTemplate jdbc;
  @Autowired Sweep sweep;
  @Autowired Archive archive;
  @Autowired Shelves shelves;

  String placed(AnOrder order) {
    Answer taken = post("/api/v1/orders", "application/json", order.json());
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    return taken.body().path("orderNumber").asText();
  }

  JsonNode view(String order) {
    return get("/api/v1/orders/" + order).body();
  }

  void ends(String order, String status) {
    await()
        .alias(order + " ends " + status)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> view(order).path("status").asText().equals(status));
  }

  /** The last scans and receipts may come after the end. */
  void everythingIsSaidAbout(String order) {
    await()
        .alias("nothing is under way about " + order)
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                number("SELECT COUNT(*) FROM exchange_arrival WHERE state = 'NEW'") == 0
                    && number(
                            "SELECT COUNT(*) FROM exchange_message WHERE state IN ('READY', 'SENDING')")
                        == 0);
  }

  /** The process of a flight ends some moments after the last of its goods is decided. */
  void outOfStorage(String consignment) {
    await()
        .alias("flight " + consignment + " is out of temporary storage")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                number("SELECT COUNT(*) FROM flow_wait WHERE business_key = ?", consignment) == 0);
  }

  long number(String sql, Object... values) {
    Long number = jdbc.queryForObject(sql, Long.class, values);
    return number == null ? 0 : number;
  }

  boolean isHot(String order) {
    return number("SELECT COUNT(*) FROM orders WHERE number = ?", order) == 1;
  }

  /** Every row of it in the tables that the rooms declared, bytes as text. */
  Map<String, List<String>> rows(Kind kind, String number) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Holding holding : shelves.of(kind)) {
      rows.put(
          holding.table(),
          jdbc
              .queryForList(
                  "SELECT * FROM " + holding.table() + " WHERE " + holding.key() + " = ?", number)
              .stream()
              .map(Archiving::text)
              .sorted()
              .toList());
    }
    return rows;
  }

  static String text(Map<String, Object> row) {
    Map<String, Object> readable = new TreeMap<>(row);
    readable.replaceAll(
        (column, value) -> value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
    return readable.toString();
  }

  static List<String> values(JsonNode node, String... fields) {
    return Arrays.stream(fields).flatMap(field -> node.findValuesAsText(field).stream()).toList();
  }
}

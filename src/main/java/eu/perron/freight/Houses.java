package eu.perron.freight;

import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the houses: one for each order in the air. */
@Component
class Houses {
  private final JdbcClient jdbc;
  private final Seal seal;

  Houses(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  Optional<House> find(String orderNumber) {
    return jdbc.sql("SELECT * FROM freight_house WHERE order_number = :order")
        .param("order", orderNumber)
        .query((row, at) -> read(row))
        .optional();
  }

  Optional<House> lock(String orderNumber) {
    return jdbc.sql("SELECT * FROM freight_house WHERE order_number = :order FOR UPDATE")
        .param("order", orderNumber)
        .query((row, at) -> read(row))
        .optional();
  }

  Optional<House> filedAs(String lrn, String mrn) {
    return lrn != null
        ? jdbc.sql("SELECT * FROM freight_house WHERE lrn = :lrn")
            .param("lrn", lrn)
            .query((row, at) -> read(row))
            .optional()
        : jdbc.sql("SELECT * FROM freight_house WHERE mrn = :mrn")
            .param("mrn", mrn)
            .query((row, at) -> read(row))
            .optional();
  }

  List<House> aboard(String consignment) {
    return in(consignment, House.State.ABOARD);
  }

  List<House> presented(String consignment) {
    return in(consignment, House.State.PRESENTED);
  }

  private List<House> in(String consignment, House.State state) {
    return jdbc.sql(
            "SELECT * FROM freight_house WHERE consignment_number = :consignment AND state = :state "
                + "ORDER BY order_number")
        .param("consignment", consignment)
        .param("state", state.name())
        .query((row, at) -> read(row))
        .list();
  }

  List<String> ordersIn(String consignment, Collection<House.State> states) {
    return jdbc.sql(
            "SELECT order_number FROM freight_house WHERE consignment_number = :consignment "
                + "AND state IN (:states) ORDER BY order_number")
        .param("consignment", consignment)
        .param("states", states.stream().map(Enum::name).toList())
        .query(String.class)
        .list();
  }

  /**
   * @return whether it was in one of these states and so moved
   */
  boolean move(String orderNumber, Collection<House.State> from, House.State to) {
    return jdbc.sql(
                "UPDATE freight_house SET state = :to, security_open = FALSE "
                    + "WHERE order_number = :order AND state IN (:from)")
            .param("to", to.name())
            .param("order", orderNumber)
            .param("from", from.stream().map(Enum::name).toList())
            .update()
        == 1;
  }

  /** The assessment begins anew; what is known of the house stays until the authority agrees. */
  void amending(String orderNumber) {
    jdbc.sql(
            "UPDATE freight_house SET amending = TRUE, security = 'REGISTERED', security_open ="
                + " TRUE, question = NULL WHERE order_number = :order")
        .param("order", orderNumber)
        .update();
  }

  void amend(String orderNumber, Particulars to) {
    jdbc.sql(
            "UPDATE freight_house SET amending = FALSE, goods = :goods, hs_codes = :hsCodes,"
                + " weight_kg = :weight, traders = :traders WHERE order_number = :order")
        .param("goods", to.goods())
        .param("hsCodes", String.join(" ", to.hsCodes()))
        .param("weight", to.grossWeightKg())
        .param("traders", seal.closeDocument(new Trader.Pair(to.consignor(), to.consignee())))
        .param("order", orderNumber)
        .update();
  }

  /** The filing stands as it was, and so does its assessment, unless more was said meanwhile. */
  void notAmended(String orderNumber, House.Security before, String why) {
    jdbc.sql(
            "UPDATE freight_house SET amending = FALSE, question = :why, security_open ="
                + " IF(security = 'REGISTERED', :open, security_open), security = IF(security ="
                + " 'REGISTERED', :before, security) WHERE order_number = :order")
        .param("why", seal.close(why))
        .param("open", before != House.Security.ASSESSED)
        .param("before", before.name())
        .param("order", orderNumber)
        .update();
  }

  private House read(ResultSet row) throws SQLException {
    String hsCodes = row.getString("hs_codes");
    Trader.Pair traders = seal.openDocument(row.getBytes("traders"), Trader.Pair.class);
    return new House(
        row.getString("order_number"),
        row.getString("consignment_number"),
        row.getInt("pieces"),
        row.getBigDecimal("weight_kg"),
        row.getString("goods"),
        hsCodes.isEmpty() ? List.of() : List.of(hsCodes.split(" ")),
        traders.consignor(),
        traders.consignee(),
        House.State.valueOf(row.getString("state")),
        House.Security.valueOf(row.getString("security")),
        row.getString("lrn"),
        row.getString("mrn"),
        seal.openText(row.getBytes("question")),
        row.getBoolean("amending"));
  }
}

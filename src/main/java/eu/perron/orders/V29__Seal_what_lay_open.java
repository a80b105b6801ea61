package eu.perron.orders;

import eu.perron.house.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Seals what earlier versions kept as text, a thousand rows a transaction, and writes the words of
 * the orders there are. What is sealed is passed over, so it may be broken off and run again.
 */
@Component
class V29__Seal_what_lay_open extends BaseJavaMigration {
  private static final int BATCH = 1000;

  private record Table(String name, List<String> key, List<String> sealed) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("orders", List.of("number"), List.of("consignor", "consignee", "responsible")),
          new Table(
              "order_import_row", List.of("import_id", "order_no", "row_no"), List.of("content")),
          new Table("freight_house", List.of("order_number"), List.of("traders", "question")),
          new Table("compliance_finding", List.of("id"), List.of("subject", "detail", "note")),
          new Table("delivery", List.of("order_number"), List.of("address", "refusal")),
          new Table(
              "delivery_event",
              List.of("parcel_number", "code", "happened_at", "place"),
              List.of("says")),
          new Table("delivery_label", List.of("order_number"), List.of("body")),
          new Table("import_declaration", List.of("lrn"), List.of("reason")),
          new Table("export_declaration", List.of("cop_no"), List.of("reason")),
          new Table("export_waybill_list", List.of("cop_no"), List.of("reason")),
          new Table("import_paper", List.of("lrn"), List.of("note", "contradiction")),
          new Table("exchange_inquiry", List.of("id"), List.of("note")),
          new Table("timeline_event", List.of("id"), List.of("note")),
          new Table("operations_discard", List.of("id"), List.of("reason")));

  private final Seal seal;

  V29__Seal_what_lay_open(Seal seal) {
    this.seal = seal;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    DataSource database = context.getConfiguration().getDataSource();
    // Not Flyway's own connection: its transaction would keep the table from being written anew.
    try (Connection reading = database.getConnection();
        Connection writing = database.getConnection()) {
      reading.setAutoCommit(true);
      writing.setAutoCommit(false);
      for (Table table : TABLES) {
        if (seal(table, reading, writing) > 0) {
          // Dropped columns and former texts lie in the pages until the table is written anew.
          try (Statement rebuild = writing.createStatement()) {
            rebuild.execute("ALTER TABLE " + table.name() + " FORCE");
          }
        }
      }
    }
  }

  private int seal(Table table, Connection reading, Connection writing) throws SQLException {
    int done = 0;
    List<Object[]> batch = new ArrayList<>();
    Map<String, Party> consignees = new LinkedHashMap<>();
    try (Statement question = reading.createStatement()) {
      question.setFetchSize(BATCH);
      try (ResultSet rows = question.executeQuery(select(table))) {
        while (rows.next()) {
          if (liesOpen(table, rows)) {
            batch.add(sealed(table, rows));
            if (table.name().equals("orders")) {
              consignees.put(
                  rows.getString("number"),
                  seal.openDocument(rows.getBytes("consignee"), Party.class));
            }
          }
          if (batch.size() == BATCH) {
            done += write(table, batch, consignees, writing);
          }
        }
      }
    }
    return done + write(table, batch, consignees, writing);
  }

  private boolean liesOpen(Table table, ResultSet row) throws SQLException {
    for (String column : table.sealed()) {
      byte[] kept = row.getBytes(column);
      if (kept != null && !Seal.isSealed(kept)) {
        return true;
      }
    }
    return false;
  }

  /** The values of {@link #update}, in its order. */
  private Object[] sealed(Table table, ResultSet row) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (String column : table.sealed()) {
      byte[] kept = row.getBytes(column);
      values.add(kept == null || Seal.isSealed(kept) ? kept : seal.close(kept));
    }
    for (String column : table.key()) {
      values.add(row.getString(column));
    }
    return values.toArray();
  }

  private int write(
      Table table, List<Object[]> batch, Map<String, Party> consignees, Connection writing)
      throws SQLException {
    if (batch.isEmpty()) {
      return 0;
    }
    try (PreparedStatement update = writing.prepareStatement(update(table))) {
      for (Object[] values : batch) {
        for (int i = 0; i < values.length; i++) {
          update.setObject(i + 1, values[i]);
        }
        update.addBatch();
      }
      update.executeBatch();
    }
    SingleConnectionDataSource same = new SingleConnectionDataSource(writing, true);
    new OrderWords(JdbcClient.create(same), new JdbcTemplate(same), seal).insertAll(consignees);
    writing.commit();
    int done = batch.size();
    batch.clear();
    consignees.clear();
    return done;
  }

  private static String select(Table table) {
    return "SELECT "
        + String.join(", ", table.key())
        + ", "
        + String.join(", ", table.sealed())
        + " FROM "
        + table.name();
  }

  private static String update(Table table) {
    return "UPDATE "
        + table.name()
        + table.sealed().stream().map(each -> each + " = ?").collect(Collectors.joining(", ", " SET ", ""))
        + table.key().stream()
            .map(each -> each + " = ?")
            .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }
}

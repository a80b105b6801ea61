package eu.perron.imports;

import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Declarations of temporary storage, on record. */
@Component
class StorageParts {
  private final JdbcClient jdbc;
  private final Seal seal;

  StorageParts(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** In the order lodged. */
  List<StoragePart> of(String consignmentNumber) {
    return jdbc.sql(
            "SELECT * FROM import_storage WHERE consignment_number = :number ORDER BY part, round")
        .param("number", consignmentNumber)
        .query(this::read)
        .list();
  }

  Optional<StoragePart> find(String lrn) {
    return jdbc.sql("SELECT * FROM import_storage WHERE lrn = :lrn")
        .param("lrn", lrn)
        .query(this::read)
        .optional();
  }

  void insert(StorageLetter letter, String consignmentNumber, int part, int round, Instant now) {
    jdbc.sql(
            "INSERT INTO import_storage (lrn, consignment_number, part, round, houses, state,"
                + " lodged_at) VALUES (:lrn, :number, :part, :round, :houses, 'LODGED', :now)")
        .param("lrn", letter.lrn())
        .param("number", consignmentNumber)
        .param("part", part)
        .param("round", round)
        .param("houses", letter.houses().size())
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * @return whether nothing was said of it before
   */
  boolean hear(StorageAnswer answer) {
    return jdbc.sql(
                "UPDATE import_storage SET state = :state, mrn = :mrn, reason = :reason "
                    + "WHERE lrn = :lrn AND state = 'LODGED'")
            .param("state", answer.refused() ? "REFUSED" : "REGISTERED")
            .param("mrn", answer.mrn())
            .param("reason", seal.close(answer.reason()))
            .param("lrn", answer.lrn())
            .update()
        == 1;
  }

  private StoragePart read(ResultSet row, int at) throws SQLException {
    return new StoragePart(
        row.getString("lrn"),
        row.getString("consignment_number"),
        row.getInt("part"),
        row.getInt("round"),
        row.getInt("houses"),
        row.getString("state"),
        row.getString("mrn"),
        seal.openText(row.getBytes("reason")),
        row.getTimestamp("lodged_at").toInstant());
  }
}

package eu.perron.imports;

import eu.perron.house.Seal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The declarations on record. Whoever means to change one locks it first. */
@Component
class ImportDeclarations {
  private static final String SELECT = "SELECT * FROM import_declaration WHERE ";

  private final JdbcClient jdbc;
  private final Seal seal;

  ImportDeclarations(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  List<ImportDeclaration> of(String orderNumber) {
    return jdbc.sql(SELECT + "order_number = :order ORDER BY sequence")
        .param("order", orderNumber)
        .query(this::read)
        .list();
  }

  Optional<ImportDeclaration> inForce(String orderNumber) {
    return jdbc.sql(SELECT + "order_number = :order ORDER BY sequence DESC LIMIT 1")
        .param("order", orderNumber)
        .query(this::read)
        .optional();
  }

  Optional<ImportDeclaration> lockInForce(String orderNumber) {
    return jdbc.sql(SELECT + "order_number = :order ORDER BY sequence DESC LIMIT 1 FOR UPDATE")
        .param("order", orderNumber)
        .query(this::read)
        .optional();
  }

  Optional<ImportDeclaration> lockByLrn(String lrn) {
    return jdbc.sql(SELECT + "lrn = :lrn FOR UPDATE")
        .param("lrn", lrn)
        .query(this::read)
        .optional();
  }

  Optional<ImportDeclaration> lockByMrn(String mrn) {
    return jdbc.sql(SELECT + "mrn = :mrn FOR UPDATE")
        .param("mrn", mrn)
        .query(this::read)
        .optional();
  }

  void insert(ImportDeclaration declaration) {
    write(
        declaration,
        """
        INSERT INTO import_declaration (lrn, order_number, sequence, kind, additional_procedure, state, state_at, mrn,
          declared_at, accepted_at, documents_at, inspection_at, reason, refused_item, documents_lodged, duty, vat,
          payable, paper_reference)
        VALUES (:lrn, :order, :sequence, :kind, :procedure, :state, :stateAt, :mrn, :declaredAt, :acceptedAt,
          :documentsAt, :inspectionAt, :reason, :item, :lodged, :duty, :vat, :payable, :paper)""");
  }

  void update(ImportDeclaration declaration) {
    write(
        declaration,
        """
        UPDATE import_declaration SET order_number = :order, sequence = :sequence, kind = :kind,
          additional_procedure = :procedure, state = :state, state_at = :stateAt, mrn = :mrn,
          declared_at = :declaredAt, accepted_at = :acceptedAt, documents_at = :documentsAt,
          inspection_at = :inspectionAt, reason = :reason, refused_item = :item, documents_lodged = :lodged,
          duty = :duty, vat = :vat, payable = :payable, paper_reference = :paper
        WHERE lrn = :lrn""");
  }

  private void write(ImportDeclaration declaration, String sql) {
    Tariff.Debt debt = declaration.debt();
    jdbc.sql(sql)
        .param("lrn", declaration.lrn())
        .param("order", declaration.orderNumber())
        .param("sequence", declaration.sequence())
        .param("kind", declaration.kind())
        .param("procedure", declaration.additionalProcedure())
        .param("state", declaration.state().name())
        .param("stateAt", utc(declaration.stateAt()))
        .param("mrn", declaration.mrn())
        .param("declaredAt", utc(declaration.declaredAt()))
        .param("acceptedAt", utc(declaration.acceptedAt()))
        .param("documentsAt", utc(declaration.documentsAt()))
        .param("inspectionAt", utc(declaration.inspectionAt()))
        .param("reason", seal.close(shortened(declaration.reason())))
        .param("item", declaration.refusedItem())
        .param("lodged", declaration.documentsLodged())
        .param("duty", debt == null ? null : debt.duty())
        .param("vat", debt == null ? null : debt.vat())
        .param("payable", debt == null ? null : debt.payable())
        .param("paper", declaration.paperReference())
        .update();
  }

  private ImportDeclaration read(ResultSet row, int number) throws SQLException {
    BigDecimal payable = row.getBigDecimal("payable");
    return new ImportDeclaration(
        row.getString("lrn"),
        row.getString("order_number"),
        row.getInt("sequence"),
        row.getString("kind"),
        row.getString("additional_procedure"),
        DeclarationState.valueOf(row.getString("state")),
        instant(row, "state_at"),
        row.getString("mrn"),
        instant(row, "declared_at"),
        instant(row, "accepted_at"),
        instant(row, "documents_at"),
        instant(row, "inspection_at"),
        seal.openText(row.getBytes("reason")),
        row.getObject("refused_item", Integer.class),
        row.getInt("documents_lodged"),
        payable == null
            ? null
            : new Tariff.Debt(row.getBigDecimal("duty"), row.getBigDecimal("vat"), payable),
        row.getString("paper_reference"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant instant) {
    return instant == null
        ? null
        : LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
  }

  private static String shortened(String reason) {
    return reason == null || reason.length() <= 1000 ? reason : reason.substring(0, 999) + "…";
  }
}

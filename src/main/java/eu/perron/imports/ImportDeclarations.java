package eu.perron.imports;

import eu.perron.house.AtHand;
import eu.perron.house.Seal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The declarations on record. Whoever means to change one locks it first. */
@Component
class ImportDeclarations {
  private static final String SELECT = "SELECT * FROM import_declaration WHERE ";

  private static final List<String> OPEN =
      Arrays.stream(DeclarationState.values())
          .filter(state -> !state.isDecided())
          .map(Enum::name)
          .toList();

  private final JdbcClient jdbc;
  private final Seal seal;
  private final AtHand<String, Held> atHand = new AtHand<>(held -> held.declaration().lrn());

  ImportDeclarations(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Locked by the running transaction, so that nobody else changes it. */
  private record Held(ImportDeclaration declaration, boolean inForce) {}

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

  Optional<ImportDeclaration> find(String lrn) {
    return jdbc.sql(SELECT + "lrn = :lrn").param("lrn", lrn).query(this::read).optional();
  }

  Optional<ImportDeclaration> lockByLrn(String lrn) {
    return atHand
        .look(lrn)
        .map(Held::declaration)
        .or(
            () ->
                jdbc.sql(SELECT + "lrn = :lrn FOR UPDATE")
                    .param("lrn", lrn)
                    .query(this::read)
                    .optional());
  }

  /**
   * The running transaction is going to lock these: all of them by one statement.
   *
   * @return those that are at hand now; none if it was not worth it
   */
  List<ImportDeclaration> layOut(Collection<String> lrns) {
    atHand.layOut(
        lrns,
        missing ->
            jdbc.sql(
                    "SELECT * FROM import_declaration FORCE INDEX (PRIMARY) WHERE lrn IN (:lrns)"
                        + " ORDER BY lrn FOR UPDATE")
                .param("lrns", missing)
                .query((row, n) -> new Held(read(row, n), row.getBoolean("in_force")))
                .list());
    return lrns.stream().flatMap(lrn -> atHand.look(lrn).stream()).map(Held::declaration).toList();
  }

  /** No later one took its place. */
  boolean isInForce(ImportDeclaration declaration) {
    return atHand
        .look(declaration.lrn())
        .map(Held::inForce)
        .orElseGet(
            () ->
                inForce(declaration.orderNumber())
                    .filter(latest -> latest.lrn().equals(declaration.lrn()))
                    .isPresent());
  }

  Optional<ImportDeclaration> lockByMrn(String mrn) {
    return jdbc.sql(SELECT + "mrn = :mrn FOR UPDATE")
        .param("mrn", mrn)
        .query(this::read)
        .optional();
  }

  boolean isOpenOn(String consignment) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM import_declaration FORCE INDEX"
                + " (import_declaration_flight) WHERE consignment_number = :consignment AND"
                + " in_force AND state IN (:open))")
        .param("consignment", consignment)
        .param("open", OPEN)
        .query(Boolean.class)
        .single();
  }

  Set<String> decidedOn(String consignment) {
    return new HashSet<>(
        jdbc.sql(
                "SELECT order_number FROM import_declaration FORCE INDEX"
                    + " (import_declaration_flight) WHERE consignment_number = :consignment AND"
                    + " in_force AND state IN ('RELEASED', 'SEIZED', 'DESTROYED')")
            .param("consignment", consignment)
            .query(String.class)
            .list());
  }

  /**
   * @param consignment what the goods flew with, or null
   */
  void insert(ImportDeclaration declaration, String consignment) {
    if (declaration.sequence() > 1) {
      jdbc.sql("UPDATE import_declaration SET in_force = FALSE WHERE order_number = :order")
          .param("order", declaration.orderNumber())
          .update();
      atHand.forget(of(declaration.orderNumber()).stream().map(ImportDeclaration::lrn).toList());
    }
    writing(
            declaration,
            """
            INSERT INTO import_declaration (lrn, order_number, sequence, kind, additional_procedure, state, state_at, mrn,
              declared_at, registered_at, presented_at, accepted_at, documents_at, inspection_at, reason, refused_item, documents_lodged, duty, vat,
              payable, paper_reference, cause, consignment_number)
            VALUES (:lrn, :order, :sequence, :kind, :procedure, :state, :stateAt, :mrn, :declaredAt, :registeredAt,
              :presentedAt, :acceptedAt, :documentsAt, :inspectionAt, :reason, :item, :lodged, :duty, :vat, :payable, :paper, :cause,
              :consignment)\
            """)
        .param("consignment", consignment)
        .update();
  }

  void update(ImportDeclaration declaration) {
    writing(
            declaration,
            """
            UPDATE import_declaration SET order_number = :order, sequence = :sequence, kind = :kind,
              additional_procedure = :procedure, state = :state, state_at = :stateAt, mrn = :mrn,
              declared_at = :declaredAt, registered_at = :registeredAt, presented_at = :presentedAt,
              accepted_at = :acceptedAt, documents_at = :documentsAt, inspection_at = :inspectionAt, reason = :reason, refused_item = :item, documents_lodged = :lodged,
              duty = :duty, vat = :vat, payable = :payable, paper_reference = :paper, cause = :cause
            WHERE lrn = :lrn\
            """)
        .update();
    atHand.replace(declaration.lrn(), held -> new Held(declaration, held.inForce()));
  }

  private JdbcClient.StatementSpec writing(ImportDeclaration declaration, String sql) {
    Tariff.Debt debt = declaration.debt();
    return jdbc.sql(sql)
        .param("lrn", declaration.lrn())
        .param("order", declaration.orderNumber())
        .param("sequence", declaration.sequence())
        .param("kind", declaration.kind())
        .param("procedure", declaration.additionalProcedure())
        .param("state", declaration.state().name())
        .param("stateAt", utc(declaration.stateAt()))
        .param("mrn", declaration.mrn())
        .param("declaredAt", utc(declaration.declaredAt()))
        .param("registeredAt", utc(declaration.registeredAt()))
        .param("presentedAt", utc(declaration.presentedAt()))
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
        .param("cause", cause(declaration.reason()));
  }

  /** Numbers of items, documents and doors do not make one case unlike another. */
  private String cause(String reason) {
    return reason == null
        ? null
        : seal.token("cause|" + reason.toLowerCase(Locale.ROOT).replaceAll("[0-9]+", "#").strip());
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
        instant(row, "registered_at"),
        instant(row, "presented_at"),
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

package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.AnOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders of people who do not exist walk every way on which somebody writes their names down; then
 * no column, no file and no line of the log may hold them. That a log is looked at is the point
 * here: it is a place where personal data would lie.
 */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest extends Journey {
  /** What these orders say of people; nothing else in the house is spelled like this. */
  private static final List<String> PERSONAL =
      List.of(
          "quirijntje",
          "zonderbloem",
          "vlierkwartel",
          "kwispelgang",
          "470918273",
          "xochipilli",
          "perelaarweg",
          "ottokar",
          "dauwtrapper",
          "quillfeather");

  /**
   * Where they may stand. The simulated partners' books are theirs. Messages as they travelled, in
   * and out, are sealed by the message log.
   */
  private static final Set<String> TABLES_LEFT_OUT =
      Set.of("simulator_letter", "exchange_letter", "exchange_message", "exchange_arrival");

  @Autowired private JdbcTemplate rows;

  @Value("${perron.data-dir}")
  private Path data;

  private String fileAtItsEnd;

  @BeforeAll
  void everybodyArrives(CapturedOutput output) {
    String ordinary = placed(ofPeople(""));
    String elsewhere = placed(ofPeople("lot BPADDR"));
    String asked = placed(ofPeople("lot ENSRFI"));
    String documents = placed(ofPeople("lot BEDOC"));
    String notReleased = placed(ofPeople("lot BE451"));
    String vague = placed(ofPeople("").with("/lines/0/description", "gift"));
    String denied =
        placed(ofPeople("").with("/consignee/name", "Quirijntje Zoltan Quillfeather"));
    importedWithARefusedRow();

    // First of all: a question of the security filing holds the whole flight.
    decides(asked, at("AnswerSecurity", "answer", "A puzzle for Quirijntje Zonderbloem"));
    decides(
        elsewhere,
        at("CorrectAddress", "decision", "BOOK_AGAIN", "street", "Kwispelgang 12", "city", "Gent"));
    decides(
        documents,
        at(
            "SendDocuments",
            "documentReference",
            "INV-17.pdf",
            "note",
            "Invoice to Quirijntje Zonderbloem, Vlierkwartel 77"));
    decides(vague, at("ReviewOrder", "decision", "REFUSED", "note", "Zonderbloem does not answer"));
    decides(notReleased, at("HandleNotReleased", "decision", "SEIZED"));
    List.of(ordinary, elsewhere, asked, documents).forEach(order -> ends(order, "DELIVERED"));
    ends(vague, "REFUSED");
    ends(notReleased, "SEIZED");
    patiently("screening finds the listed name")
        .until(
            () ->
                jdbc.sql("SELECT COUNT(*) FROM compliance_finding WHERE order_number = :order")
                        .param("order", denied)
                        .query(Integer.class)
                        .single()
                    > 0);
    fileAtItsEnd = output.getAll();
  }

  @Test
  void noColumnOfTheDatabaseHoldsThem() {
    Set<String> found = new TreeSet<>();
    int columns = 0;
    for (String table : tables()) {
      List<String> names = columns(table);
      columns += names.size();
      rows.query(
          names.stream()
              .map(name -> "CAST(`" + name + "` AS BINARY)")
              .collect(Collectors.joining(", ", "SELECT ", " FROM `" + table + "`")),
          row -> {
            for (int i = 0; i < names.size(); i++) {
              for (String word : personal(row.getBytes(i + 1))) {
                found.add(table + "." + names.get(i) + ": " + word);
              }
            }
          });
    }
    assertThat(columns).isGreaterThan(300);
    assertThat(found).isEmpty();
  }

  /** Otherwise the others would prove nothing. */
  @Test
  void theySurelyWereThere() {
    assertThat(
            rows.queryForList("SELECT consignee FROM orders", byte[].class).stream()
                .filter(kept -> kept.length > 100)
                .count())
        .isGreaterThan(5);
    assertThat(count("SELECT COUNT(*) FROM compliance_finding")).isPositive();
    assertThat(count("SELECT COUNT(*) FROM order_import_refusal")).isPositive();
    assertThat(count("SELECT COUNT(*) FROM delivery WHERE address IS NOT NULL")).isPositive();
    assertThat(count("SELECT COUNT(*) FROM delivery_label")).isPositive();
    assertThat(personal("for QUIRIJNTJE".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("quirijntje");
  }

  @Test
  void noFileOfTheDataFolderHoldsThem() {
    patiently("the partners fetched what is theirs")
        .untilAsserted(
            () -> {
              List<String> found = new ArrayList<>();
              for (Path file : files()) {
                for (String word : personal(content(file))) {
                  found.add(data.relativize(file) + ": " + word);
                }
              }
              assertThat(found).isEmpty();
            });
  }

  @Test
  void nothingThatWasPrintedHoldsThem() {
    assertThat(personal(fileAtItsEnd.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static AnOrder ofPeople(String lots) {
    return anOrder(lots)
        .with("/consignor/name", "Xochipilli Wang")
        .with("/consignor/street", "Perelaarweg 5")
        .with("/consignee/name", "Quirijntje Zonderbloem")
        .with("/consignee/street", "Vlierkwartel 77")
        .with("/consignee/email", "quirijntje@zonderbloem.example")
        .with("/consignee/phone", "+32470918273")
        .with("/euResponsiblePerson/name", "Ottokar Dauwtrapper")
        .with("/euResponsiblePerson/email", "ottokar@dauwtrapper.example");
  }

  private void importedWithARefusedRow() {
    String columns =
        "reference,placed_at,vat_scheme,ioss_number,incoterm,sale_kind,currency,transport_cost,insurance_cost,"
            + "consignor_name,consignor_street,consignor_city,consignor_postcode,consignor_country,"
            + "consignee_name,consignee_street,consignee_city,consignee_postcode,consignee_country,"
            + "consignee_email,consignee_phone,delivery_service,gross_weight_kg,length_cm,width_cm,height_cm,"
            + "sku,description,hs_code,origin_country,quantity,unit_price,net_weight_kg,manufacturer_part_number\n";
    String row =
        "%s,2026-11-10T17:41:39+08:00,IOSS,IM0560000010,DDP,B2C,EUR,4.90,0.00,"
            + "Xochipilli Wang,Perelaarweg 5,Suzhou,215000,CN,"
            + "Quirijntje Zonderbloem,Vlierkwartel 77,Namur,5000,%s,"
            + "quirijntje@zonderbloem.example,+32470918273,HOME,0.310,40,13,7,"
            + "S-1,jigsaw puzzle of cardboard,950300,CN,1,9.21,0.060,PN-1\n";
    String stem = "P-" + System.nanoTime();
    Answer received =
        post(
            "/api/v1/order-imports",
            "text/csv",
            columns
                + row.formatted(stem + "-good", "BE")
                + row.formatted(stem + "-bad", "Quirijntje"));
    assertThat(received.status()).as(received.text()).isEqualTo(202);
    String report = "/api/v1/order-imports/" + received.body().path("importId").asText();
    patiently("the file is done")
        .until(() -> get(report).body().path("state").asText().equals("DONE"));
    assertThat(get(report).body().at("/orders/refused").asInt()).isEqualTo(1);
    assertThat(get(report).body().at("/orders/accepted").asInt()).isEqualTo(1);
  }

  private List<String> tables() {
    return rows
        .queryForList(
            "SELECT table_name FROM information_schema.tables "
                + "WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
            String.class)
        .stream()
        .filter(table -> !TABLES_LEFT_OUT.contains(table.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private List<String> columns(String table) {
    return rows.queryForList(
        "SELECT column_name FROM information_schema.columns "
            + "WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position",
        String.class,
        table);
  }

  private int count(String sql) {
    return rows.queryForObject(sql, Integer.class);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(data.resolve("keys")))
          .filter(file -> !file.startsWith(data.resolve("database")))
          .toList();
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException fetchedMeanwhile) {
      return new byte[0];
    }
  }

  private static List<String> personal(byte[] bytes) {
    if (bytes == null) {
      return List.of();
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return PERSONAL.stream().filter(text::contains).toList();
  }
}

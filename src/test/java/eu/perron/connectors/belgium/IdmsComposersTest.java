package eu.perron.connectors.belgium;

import static eu.perron.imports.ExampleDeclaration.DECLARED_AT;
import static eu.perron.imports.ExampleDeclaration.inAdvance;
import static eu.perron.imports.ExampleDeclaration.letter;
import static eu.perron.imports.ExampleOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.AmendmentLetter;
import eu.perron.imports.DeclarationLetter;
import eu.perron.imports.DeclarationLetter.Trader;
import eu.perron.imports.DocumentsLetter;
import eu.perron.imports.ExampleOrder;
import eu.perron.imports.InvalidationLetter;
import eu.perron.imports.PresentationLetter;
import eu.perron.imports.StorageLetter;
import eu.perron.imports.StoredHouse;
import eu.perron.orders.SaleKind;
import eu.perron.orders.VatScheme;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdmsComposersTest {
  private final IdmsDeclarationComposer declarations =
      new IdmsDeclarationComposer(new IdmsSettings(100));

  private static DeclarationLetter reduced() {
    return letter(
        anOrder()
            .of(2, "men's cotton T-shirt, knitted, black", "610910", "10.00")
            .of(1, "quartz wrist-watch, steel case", "9102110000", "45.00")
            .carriedFor("6.00")
            .placed(),
        "H7",
        "F48");
  }

  private static DeclarationLetter standard() {
    return letter(
        anOrder()
            .of(1, "women's coat of man-made fibres", "6202400010", "180.00")
            .carriedFor("12.50")
            .soldAs(SaleKind.B2C)
            .under(VatScheme.STANDARD)
            .placed(),
        "H1",
        null);
  }

  private static PostedLetter posted(DeclarationLetter letter) {
    ObjectMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    try {
      return new PostedLetter(
          letter.lrn(),
          letter.lrn(),
          letter.orderNumber(),
          mapper.writeValueAsString(letter),
          mapper);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Test
  void theReducedDeclarationReadsAsItsSample() {
    assertThat(text(declarations.write(reduced()))).isEqualTo(Samples.text("IE001.xml"));
  }

  @Test
  void theStandardDeclarationReadsAsItsSample() {
    assertThat(text(declarations.write(standard()))).isEqualTo(Samples.text("IE415.xml"));
  }

  @Test
  void severalDeclarationsGoInABatchThatReadsAsItsSample() throws Exception {
    OutgoingMessage batch = declarations.compose(List.of(posted(reduced()), posted(standard())));

    assertThat(text(batch.body())).isEqualTo(Samples.text("DeclarationBatch.xml"));
    assertThat(Idms.read(batch.body()).parts())
        .containsExactly(
            Idms.read(declarations.write(reduced())), Idms.read(declarations.write(standard())));
    assertThat(batch.key()).isEqualTo(Idms.read(batch.body()).identification());
  }

  @Test
  void oneThatCannotBeWrittenKeepsItsBatchBack() {
    DeclarationLetter broken =
        letter(anOrder().of(1, "shirt", "61", "10.00").placed(), "H7", "F48");

    assertThatThrownBy(() -> declarations.compose(List.of(posted(reduced()), posted(broken))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("harmonizedSystemSubheadingCode");
  }

  @Test
  void documentsAndInvalidationReadAsTheirSamples() {
    String lrn = reduced().lrn();
    assertThat(
            text(
                IdmsDocumentsComposer.write(
                    new DocumentsLetter(
                        lrn + "D1",
                        lrn,
                        "26BEABCDEF123456R3",
                        "INV-2026-000017.pdf",
                        "Paid by card & delivered",
                        DECLARED_AT,
                        List.of(
                            new DocumentsLetter.Attached(
                                "01a2",
                                "N380",
                                "INV-2026-000017.pdf",
                                "application/pdf",
                                "a2f8e6de2f1f8d5ae0cb1b5c4d6b1d3e".repeat(2)))),
                    id -> "%PDF-1.7 invoice".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(Samples.text("DocumentsLodged.xml"));
    assertThat(
            text(
                new IdmsInvalidationComposer()
                    .write(new InvalidationLetter(lrn, null, "Order cancelled", DECLARED_AT))))
        .isEqualTo(Samples.text("IE414.xml"));
  }

  @Test
  void whatIsDeclaredInAdvanceSaysSo() throws Exception {
    DeclarationLetter letter =
        inAdvance(anOrder().of(1, "T-shirt", "610910", "10.00").placed(), "H7", "F48");

    assertThat(Idms.read(declarations.write(letter)).get("Declaration/additionalDeclarationType"))
        .isEqualTo("D");
  }

  @Test
  void aPresentationReadsAsItsSample() {
    assertThat(
            text(
                IdmsPresentationComposer.write(
                    "P1",
                    List.of(
                        presented(reduced().lrn(), "26BEABCDEF123456R3"),
                        presented(standard().lrn(), "26BEABCDEF123457R2")))))
        .isEqualTo(Samples.text("IE432.xml"));
  }

  private static PresentationLetter presented(String lrn, String mrn) {
    return new PresentationLetter(lrn, mrn, DECLARED_AT, "BE0123456749", "BELGG-HUB-01");
  }

  @Test
  void temporaryStorageReadsAsItsSample() {
    assertThat(
            text(
                IdmsStorageComposer.write(
                    new StorageLetter(
                        "TSC2600000100101",
                        "756-41000002",
                        DECLARED_AT,
                        "BE0123456749",
                        "BE101000",
                        "BELGG-HUB-01",
                        List.of(
                            new StoredHouse(
                                "P26000000017",
                                1,
                                new BigDecimal("0.640"),
                                "men's cotton T-shirt, knitted, black",
                                "26BEB1B5EF371701T0"),
                            new StoredHouse(
                                "P26000000018",
                                2,
                                new BigDecimal("1.200"),
                                "jigsaw puzzle of cardboard",
                                null))))))
        .isEqualTo(Samples.text("TemporaryStorage.xml"));
  }

  @Test
  void anAmendmentReadsAsItsSample() {
    assertThat(
            text(
                IdmsAmendmentComposer.write(
                    new AmendmentLetter(
                        reduced().lrn() + "A1",
                        reduced().lrn(),
                        "26BEABCDEF123456R3",
                        "H7",
                        1,
                        "61099020",
                        new BigDecimal("24.00"),
                        "EUR",
                        "Two shirts are of viscose",
                        DECLARED_AT))))
        .isEqualTo(Samples.text("IE413.xml"));
  }

  @Test
  void aLetterFromTheOutboxBecomesAMessageNamedByItsLrn() throws Exception {
    OutgoingMessage message = declarations.compose(List.of(posted(reduced())));

    assertThat(message.key()).isEqualTo(ExampleOrder.NUMBER + "H701");
    assertThat(text(message.body())).isEqualTo(Samples.text("IE001.xml"));
  }

  @Test
  void whatXmlCannotCarryAndWhatIsTooLongIsWrittenAsFarAsItGoes() throws Exception {
    DeclarationLetter letter =
        letter(
            anOrder()
                .to("Ann\u0000e\u0007 <Peeters> & ]]> \uD800 " + "é".repeat(200))
                .of(1, "T-shirt \uD83D\uDC55".repeat(200), "610910", "10.00")
                .placed(),
            "H7",
            "F48");

    IdmsMessage read = Idms.read(declarations.write(letter));

    assertThat(read.get("Declaration/Importer/name"))
        .startsWith("Ann e <Peeters> & ]]> ")
        .hasSize(70);
    assertThat(read.get("Declaration/GoodsItem/descriptionOfGoods"))
        .startsWith("T-shirt 👕T-shirt")
        .hasSizeBetween(511, 512);
  }

  @Property(tries = 200)
  void anyNameMakesAMessageThatKeepsToTheSchema(@ForAll String name) throws Exception {
    DeclarationLetter letter =
        letter(anOrder().to("A" + name).of(1, "B" + name, "610910", "10.00").placed(), "H7", "F48");

    assertThat(Idms.read(declarations.write(letter)).name()).isEqualTo("IE001");
  }

  @Test
  void aDeclarationThatBreaksTheSchemaNeverLeaves() {
    DeclarationLetter letter =
        letter(anOrder().of(1, "T-shirt", "61091", "10.00").placed(), "H7", "F48");

    assertThatThrownBy(() -> declarations.write(letter))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("IE001/Declaration/GoodsItem/harmonizedSystemSubheadingCode");
  }

  @Test
  void onlyWhatCustomsKnowsAsAnOperatorIsNamedAsOne() {
    assertThat(Operators.eori(trader("CN", "91110000600037341L"))).isNull();
    assertThat(Operators.eori(trader("CN", null))).isNull();
    assertThat(Operators.eori(trader("BE", "0123.456.749"))).isEqualTo("BE0123456749");
    assertThat(Operators.eori(trader("DE", "DE123456789012345"))).isEqualTo("DE123456789012345");
  }

  private static Trader trader(String country, String identification) {
    return new Trader("N", identification, "S", "1", "C", country);
  }
}

package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.retailimports.PaperKind;
import eu.perron.retailimports.Receipt;
import eu.perron.retailimports.RetailLetter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * The four papers of Chinese retail import, their receipts, and the simulated office between them.
 */
class ImportMessagesTest {
  private static final Registration REGISTRATION =
      new Registration(Path.of("connectors/china-customs/registration-import.csv"));
  private static final Map<PaperKind, String> SENT =
      Map.of(
          PaperKind.ORDER, "CEB311",
          PaperKind.PAYMENT, "CEB411",
          PaperKind.WAYBILL, "CEB511",
          PaperKind.LIST, "CEB621");
  private static final Map<PaperKind, String> RECEIVED =
      Map.of(
          PaperKind.ORDER, "CEB312",
          PaperKind.PAYMENT, "CEB412",
          PaperKind.WAYBILL, "CEB512",
          PaperKind.LIST, "CEB622");
  @TempDir static Path folder;
  private static SigningKey key;

  @BeforeAll
  static void makeTheKey() {
    key = CebMessages.key(folder);
  }

  static CebComposer composer(PaperKind kind, SigningKey key) {
    return switch (kind) {
      case ORDER -> new ImportPapers.OrderPaper(REGISTRATION, key);
      case PAYMENT -> new ImportPapers.PaymentPaper(REGISTRATION, key);
      case WAYBILL -> new ImportPapers.WaybillPaper(REGISTRATION, key);
      case LIST -> new ImportPapers.ListPaper(REGISTRATION, key);
    };
  }

  static MessageReader reader(PaperKind kind) {
    ImportReceiptReaders readers = new ImportReceiptReaders();
    return switch (kind) {
      case ORDER -> readers.importOrderReceiptReader();
      case PAYMENT -> readers.importPaymentReceiptReader();
      case WAYBILL -> readers.importWaybillReceiptReader();
      case LIST -> readers.importListReceiptReader();
    };
  }

  static RetailLetter letter(PaperKind kind, String goods) {
    String order = "7K2QZ4XA0C5M";
    String number =
        switch (kind) {
          case ORDER, WAYBILL -> order;
          case PAYMENT -> "PAY" + order;
          case LIST -> order + "-1";
        };
    return new RetailLetter(
        kind,
        number,
        "8F14E45F-CEEA-467D-9C2E-1F0A5B3C7D21",
        false,
        Instant.parse("2026-11-22T04:00:00Z"),
        order,
        Instant.parse("2026-11-20T09:15:00Z"),
        new RetailLetter.Buyer("李小梅", "+8613800000000", "11010519491231002X"),
        new RetailLetter.Consignee("李小梅", "+8613800000000", "杭州 西湖区文三路 100 号 310012"),
        new BigDecimal("351.00"),
        new BigDecimal("74.10"),
        new BigDecimal("3.90"),
        new BigDecimal("39.04"),
        new BigDecimal("468.04"),
        new RetailLetter.Codes("142", "9610", "5", "2", "301"),
        1,
        new BigDecimal("1.150"),
        new BigDecimal("0.900"),
        List.of(
            new RetailLetter.Item(
                1,
                "PRAL-24",
                "1806902000",
                goods,
                "CDC-24",
                "无",
                "301",
                2,
                "011",
                new BigDecimal("0.900"),
                "035",
                new BigDecimal("175.50"),
                new BigDecimal("351.00"))));
  }

  static byte[] written(PaperKind kind, String goods, SigningKey key) {
    RetailLetter letter = letter(kind, goods);
    return composer(kind, key).compose(List.of(CebMessages.letter(letter.number(), letter))).body();
  }

  @ParameterizedTest
  @EnumSource
  void eachPaperIsTheSample(PaperKind kind) throws Exception {
    assertThat(unsigned(written(kind, "pralines of milk chocolate, filled", key)))
        .isEqualTo(unsigned(CebMessages.sample(SENT.get(kind) + ".xml")));
  }

  @ParameterizedTest
  @EnumSource
  void longAndUnprintableTextsAreFittedToTheSchema(PaperKind kind) throws Exception {
    byte[] paper = written(kind, "\u0000糖果\uD800\t" + "糖果".repeat(400) + "</x>", key);

    assertThat(CebImport.read(paper, SENT.get(kind) + "Message")).isNotNull();
  }

  @Test
  void whatWasPaidIsGoodsTransportInsuranceAndTax() throws Exception {
    Element order =
        CebXml.child(
            CebImport.read(written(PaperKind.ORDER, "pralines", key), "CEB311Message"), "Order");
    Element head = CebXml.child(order, "OrderHead");
    BigDecimal sum =
        List.of("goodsValue", "freight", "taxTotal").stream()
            .map(element -> new BigDecimal(CebXml.text(head, element)))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(new BigDecimal(CebXml.text(head, "discount")));

    assertThat(new BigDecimal(CebXml.text(head, "acturalPaid"))).isEqualByComparingTo(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER, pralines, 120",
    "ORDER, pralines lot CNDOC, 100",
    "PAYMENT, pralines, 120",
    "WAYBILL, pralines, 120",
    "WAYBILL, pralines lot CNMUTE, ''",
    "LIST, pralines, 120 800",
    "LIST, pralines lot CN100, 100",
    "LIST, pralines lot CN500, 120 500 800",
    "LIST, pralines lot CN501, 120 501",
    "LIST, pralines lot CNNONE, 120"
  })
  void theSimulatedOfficeAnswersByTheGoodsAndWeReadIt(PaperKind kind, String goods, String statuses)
      throws Exception {
    StringBuilder said = new StringBuilder();
    for (ChinaImportOffice.Answer answer : answers(kind, goods, key)) {
      assertThat(answer.fileName()).startsWith(RECEIVED.get(kind) + "_");
      assertThat(ReceivedImportFiles.isAgreed(answer.fileName())).isTrue();
      Receipt receipt = receipt(kind, answer.body());
      assertThat(receipt.number()).isEqualTo(letter(kind, goods).number());
      said.append(said.isEmpty() ? "" : " ").append(receipt.status());
    }
    assertThat(said).hasToString(statuses);
  }

  @Test
  void whatAnotherKeySignedIsRefused(@TempDir Path elsewhere) throws Exception {
    SigningKey strange = CebMessages.key(elsewhere);

    Receipt receipt =
        receipt(PaperKind.LIST, answers(PaperKind.LIST, "pralines", strange).get(0).body());

    assertThat(receipt.status()).isEqualTo(-621029);
  }

  @ParameterizedTest
  @EnumSource
  void eachReceiptOfTheSamplesIsRead(PaperKind kind) throws Unreadable {
    Receipt receipt = receipt(kind, CebMessages.sample(RECEIVED.get(kind) + ".xml"));

    assertThat(receipt.status()).isEqualTo(120);
    assertThat(receipt.at()).isEqualTo(Instant.parse("2026-11-22T04:00:03Z"));
    assertThat(receipt.info()).startsWith("已入库");
  }

  @ParameterizedTest(name = "{0} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "returnStatus>120~returnStatus>many | CEB622Message/InventoryReturn/returnStatus | many",
        "returnTime>2026~returnTime>9999x | CEB622Message/InventoryReturn/returnTime | 9999x",
        "<ceb:copNo>.*</ceb:copNo>~ | CEB622Message/InventoryReturn | copNo",
        "CEB622Message~CEB604Message | CEB604Message | Cannot find the declaration"
      })
  void aBrokenReceiptIsRefusedWithElementAndReason(String change, String element, String reason) {
    String[] parts = change.split("~", -1);
    String sample = new String(CebMessages.sample("CEB622.xml"), StandardCharsets.UTF_8);

    assertThatThrownBy(
            () ->
                reader(PaperKind.LIST)
                    .read(sample.replaceAll(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(element)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "<CEB622Message/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"})
  void whatIsNoReceiptIsUnreadable(String body) {
    assertThatThrownBy(() -> reader(PaperKind.LIST).read(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class);
  }

  @Property(tries = 500)
  void aMutatedReceiptIsReadOrUnreadableAndNothingElse(
      @ForAll PaperKind kind, @ForAll @IntRange(max = 2000) int at, @ForAll byte value) {
    byte[] body = CebMessages.sample(RECEIVED.get(kind) + ".xml");
    body[at % body.length] = value;

    Throwable thrown = catchThrowable(() -> reader(kind).read(body));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(Unreadable.class);
    }
  }

  private static List<ChinaImportOffice.Answer> answers(
      PaperKind kind, String goods, SigningKey signer) throws Unreadable {
    return ChinaImportOffice.answersTo(
        CebImport.read(written(kind, goods, signer)), folder.resolve("registered-key.pem"), 1);
  }

  private static Receipt receipt(PaperKind kind, byte[] body) throws Unreadable {
    return (Receipt) reader(kind).read(body).arrivals().get(0).content();
  }

  private static String unsigned(byte[] message) throws Exception {
    CebImport.read(message);
    return new String(message, StandardCharsets.UTF_8)
        .replaceFirst("(?s)<ds:Signature.*</ds:Signature>", "");
  }
}

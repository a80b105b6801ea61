package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.china.OfficeReceipts.Answer;
import eu.perron.exchange.Arrival;
import eu.perron.exports.Application;
import eu.perron.exports.DocumentReceipt;
import eu.perron.exports.ExportList;
import eu.perron.exports.ExportReceipt;
import eu.perron.exports.MessageRefusal;
import eu.perron.exports.SummaryReceipt;
import eu.perron.exports.SummaryResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChinaCustomsOfficeTest {
  @TempDir static Path folder;
  private static SigningKey key;

  @BeforeAll
  static void register() {
    key = CebMessages.key(folder);
  }

  @Test
  void ordinaryListsAreStoredThenReleased() throws Exception {
    List<Answer> answers =
        answersTo(CebMessages.list(1, "ceramic incense burner"), CebMessages.list(2, "wool socks"));

    assertThat(answers)
        .extracting(Answer::after)
        .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(6));
    assertThat(statuses(answers)).containsExactly(120, 120, 800, 800);
    assertThat(answers)
        .allMatch(answer -> answer.fileName().matches("CEB\\d{3}_[A-Za-z0-9-]{1,64}\\.xml"));
  }

  @Test
  void aListIsReturnedUntilItsDescriptionChanges() throws Exception {
    ExportList vague = CebMessages.list(1, "wool socks", "toy, lot CEB100");

    List<Answer> returned = answersTo(vague);
    assertThat(statuses(returned)).containsExactly(100);
    assertThat(receipts(returned).get(0).info()).contains("gnum 2");
    assertThat(statuses(answersTo(CebMessages.again(vague, null)))).containsExactly(100);
    assertThat(statuses(answersTo(CebMessages.again(vague, "Changed: gname 1"))))
        .containsExactly(100);
    assertThat(statuses(answersTo(CebMessages.again(vague, "Changed: gname 2"))))
        .containsExactly(120, 800);
  }

  @Test
  void eachLotHasItsOwnFate() throws Exception {
    assertThat(statuses(answersTo(CebMessages.list(1, "toy lot CEB500"))))
        .containsExactly(120, 500, 800);
    assertThat(statuses(answersTo(CebMessages.list(1, "toy (lot CEB501)"))))
        .containsExactly(120, 501);
    assertThat(answersTo(CebMessages.list(1, "toy lot CEBNONE"))).isEmpty();
    assertThat(statuses(answersTo(CebMessages.list(1, "toy lot ENSDNL"))))
        .containsExactly(120, 800);
    assertThat(statuses(answersTo(CebMessages.list(1, "a slot CEB500X"))))
        .containsExactly(120, 800);
  }

  @Test
  void theSameMessageIsAnsweredByTheSameReceipts() throws Exception {
    byte[] message = CebMessages.exportList(key, CebMessages.list(1, "toy lot CEB500"));
    List<Answer> first = ChinaCustomsOffice.answersTo(message, registeredKey(), 1);
    List<Answer> second = ChinaCustomsOffice.answersTo(message, registeredKey(), 1);

    assertThat(second).usingRecursiveComparison().isEqualTo(first);
  }

  @Test
  void nothingIsDecidedBeforeItWasDeclaredHoweverFastTheOffice() throws Exception {
    ExportList list = CebMessages.list(1, "toy lot CEB500");
    List<Answer> atOnce =
        ChinaCustomsOffice.answersTo(CebMessages.exportList(key, list), registeredKey(), 0);

    assertThat(receipts(atOnce)).allMatch(receipt -> receipt.at().isAfter(list.declaredAt()));
    assertThat(atOnce).extracting(Answer::fileName).isSorted();
  }

  @Test
  void aForgedMessageIsRefused() throws Exception {
    String genuine =
        new String(
            CebMessages.exportList(key, CebMessages.list(1, "wool socks")), StandardCharsets.UTF_8);
    byte[] forged = genuine.replace("wool socks", "silk socks").getBytes(StandardCharsets.UTF_8);

    assertThat(statuses(ChinaCustomsOffice.answersTo(forged, registeredKey(), 1)))
        .containsExactly(-621029);
    assertThat(
            statuses(
                ChinaCustomsOffice.answersTo(
                    genuine.getBytes(StandardCharsets.UTF_8), folder.resolve("nobody.pem"), 1)))
        .containsExactly(-621029);
  }

  @Test
  void aWaybillListIsStored() throws Exception {
    List<Answer> answers =
        ChinaCustomsOffice.answersTo(
            CebMessages.waybillList(key, CebMessages.waybills()), registeredKey(), 1);

    assertThat(answers).hasSize(1);
    assertThat(new WaybillReceiptReader().read(answers.get(0).body()).arrivals())
        .extracting(Arrival::about)
        .containsExactly("WCN2611220001-1");
  }

  @Test
  void aSummaryIsStoredAndBecomesADeclaration() throws Exception {
    List<Answer> answers =
        ChinaCustomsOffice.answersTo(
            CebMessages.summary(key, CebMessages.summary("Hangzhou Xihu Trading Co.")),
            registeredKey(),
            1);

    assertThat(answers).hasSize(2);
    SummaryReceipt stored =
        (SummaryReceipt)
            new SummaryReceiptReader().read(answers.get(0).body()).arrivals().get(0).content();
    SummaryResult declared =
        (SummaryResult)
            new SummaryResultReader().read(answers.get(1).body()).arrivals().get(0).content();
    assertThat(stored.copNo()).isEqualTo("S202611-1-1");
    assertThat(stored.status()).isEqualTo(120);
    assertThat(declared.sumNo()).isEqualTo(stored.sumNo()).hasSize(18);
    assertThat(declared.entryId()).hasSize(18);
    assertThat(declared.lists()).isEqualTo(2);
    assertThat(
            ChinaCustomsOffice.answersTo(
                CebMessages.summary(key, CebMessages.summary("Lanterns, lot CEB702")),
                registeredKey(),
                1))
        .hasSize(1);
  }

  @Test
  void aDepartureIsStored() throws Exception {
    List<Answer> answers =
        ChinaCustomsOffice.answersTo(
            CebMessages.departure(key, CebMessages.departure()), registeredKey(), 1);

    assertThat(answers).hasSize(1);
    assertThat(new DepartureReceiptReader().read(answers.get(0).body()).arrivals())
        .extracting(Arrival::about)
        .containsExactly("DCN2611220001-1");
  }

  @Test
  void documentsAreStoredOrReturnedUntilTheyComeAsAChange() throws Exception {
    assertThat(saidOf(CebMessages.orders(key, CebMessages.order(1, Application.NEW, "socks"))))
        .containsExactly("CEB304 PRN000000001 120");
    assertThat(
            saidOf(
                CebMessages.orders(
                    key, CebMessages.order(1, Application.NEW, "socks", "hat, lot CEB304"))))
        .containsExactly("CEB304 PRN000000001 100");
    assertThat(
            saidOf(
                CebMessages.orders(
                    key, CebMessages.order(1, Application.CHANGE, "hat, lot CEB304"))))
        .containsExactly("CEB304 PRN000000001 120");
    assertThat(saidOf(CebMessages.receipts(key, CebMessages.receipt(1))))
        .containsExactly("CEB404 PRN000000001 120");
    assertThat(
            saidOf(
                CebMessages.houseWaybills(
                    key,
                    CebMessages.houseWaybill(1, Application.NEW, "hat, lot CEB506"),
                    CebMessages.houseWaybill(2, Application.NEW, "hat, lot CEB304"),
                    CebMessages.houseWaybill(3, Application.DELETE, "hat, lot CEB506"))))
        .containsExactly(
            "CEB506 PRN000000001 100", "CEB506 PRN000000002 120", "CEB506 PRN000000003 120");
  }

  @Test
  void aMessageThatBreaksTheSchemaIsGivenBackAsAWhole() throws Exception {
    byte[] broken =
        new String(
                CebMessages.exportList(key, CebMessages.list(1, "wool socks")),
                StandardCharsets.UTF_8)
            .replace("<ceb:gcode>6109100000<", "<ceb:gcode>6109<")
            .getBytes(StandardCharsets.UTF_8);
    Unreadable why =
        catchThrowableOfType(
            Unreadable.class, () -> ChinaCustomsOffice.answersTo(broken, registeredKey(), 1));
    Answer refusal = ChinaCustomsOffice.refusal(broken, why, CebMessages.NOON);

    assertThat(refusal.fileName()).startsWith("CEB900_");
    MessageRefusal read =
        (MessageRefusal)
            new MessageRefusalReader().read(refusal.body()).arrivals().get(0).content();
    assertThat(read.type()).isEqualTo("CEB603");
    assertThat(read.messages()).containsExactly(CebXml.read(message(1)).getAttribute("guid"));
    assertThat(read.info()).contains("Inventory/InventoryList/gcode");
  }

  @Test
  void evenNonsenseIsAnsweredByAReadableRefusal() throws Exception {
    for (String nonsense : List.of("", "<", "\u0000]]>&<ceb:CEB603Message guid=\"x\"")) {
      Answer refusal =
          ChinaCustomsOffice.refusal(
              nonsense.getBytes(StandardCharsets.UTF_8),
              new Unreadable("message", "is none"),
              CebMessages.NOON);

      assertThat(new MessageRefusalReader().read(refusal.body()).arrivals()).hasSize(1);
    }
  }

  private static byte[] message(int number) {
    return CebMessages.exportList(key, CebMessages.list(number, "wool socks"));
  }

  private static List<String> saidOf(byte[] documents) throws Exception {
    List<String> said = new ArrayList<>();
    for (Answer answer : ChinaCustomsOffice.answersTo(documents, registeredKey(), 1)) {
      for (Arrival arrival : new DocumentReceiptReader().read(answer.body()).arrivals()) {
        DocumentReceipt receipt = (DocumentReceipt) arrival.content();
        said.add(receipt.message() + " " + receipt.orderNumber() + " " + receipt.status());
      }
    }
    return said;
  }

  private static Path registeredKey() {
    return folder.resolve("registered-key.pem");
  }

  private static List<Answer> answersTo(ExportList... lists) throws Exception {
    return ChinaCustomsOffice.answersTo(CebMessages.exportList(key, lists), registeredKey(), 1);
  }

  private static List<Integer> statuses(List<Answer> answers) throws Exception {
    return receipts(answers).stream().map(ExportReceipt::status).toList();
  }

  private static List<ExportReceipt> receipts(List<Answer> answers) throws Exception {
    List<ExportReceipt> receipts = new ArrayList<>();
    for (Answer answer : answers) {
      new ExportReceiptReader()
          .read(answer.body())
          .arrivals()
          .forEach(arrival -> receipts.add((ExportReceipt) arrival.content()));
    }
    return receipts;
  }
}

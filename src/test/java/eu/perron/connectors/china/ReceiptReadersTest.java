package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.MessageReader.Reading;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exports.DocumentReceipt;
import eu.perron.exports.ExportReceipt;
import eu.perron.exports.MessageRefusal;
import eu.perron.exports.WaybillReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptReadersTest {
  private final ExportReceiptReader lists = new ExportReceiptReader();
  private final DocumentReceiptReader documents = new DocumentReceiptReader();
  private final MessageRefusalReader refusals = new MessageRefusalReader();
  private final WaybillReceiptReader waybills = new WaybillReceiptReader();

  @Test
  void eachReturnOfAReceiptIsOneArrival() throws Exception {
    Reading reading = lists.read(CebMessages.sample("CEB604.xml"));

    assertThat(reading.key()).hasSize(36);
    assertThat(reading.arrivals()).hasSize(2);
    Arrival stored = reading.arrivals().get(0);
    assertThat(stored.kind()).isEqualTo("export-receipt");
    assertThat(stored.about()).isEqualTo("PRN000000001-1");
    assertThat(stored.key()).isEqualTo("PRN000000001-1|120|20261122120003000");
    assertThat(stored.content())
        .isEqualTo(
            new ExportReceipt(
                "PRN000000001-1",
                "302653211243586413",
                "29912026E000000017",
                120,
                Instant.parse("2026-11-22T04:00:03Z"),
                "已入库 stored"));
    assertThat(((ExportReceipt) reading.arrivals().get(1).content()).status()).isEqualTo(100);
  }

  @Test
  void aWaybillReceiptIsRead() throws Exception {
    Arrival stored = waybills.read(CebMessages.sample("CEB608.xml")).arrivals().get(0);

    assertThat(stored.kind()).isEqualTo("waybill-receipt");
    assertThat(((WaybillReceipt) stored.content()).copNo()).isEqualTo("WCN2611220001-1");
    assertThat(((WaybillReceipt) stored.content()).status()).isEqualTo(120);
  }

  @ParameterizedTest
  @CsvSource({"CEB304, PRN000000001", "CEB404, PRN000000001", "CEB506, PRN000000001"})
  void aReceiptOfADocumentSaysWhichOfAnOrder(String message, String order) throws Exception {
    Arrival stored = documents.read(CebMessages.sample(message + ".xml")).arrivals().get(0);

    assertThat(stored.kind()).isEqualTo("document-receipt");
    assertThat(stored.about()).isEqualTo(order);
    DocumentReceipt receipt = (DocumentReceipt) stored.content();
    assertThat(receipt.message()).isEqualTo(message);
    assertThat(receipt.orderNumber()).isEqualTo(order);
    assertThat(receipt.status()).isEqualTo(120);
  }

  @Test
  void receiptsOfThreeDocumentsOfOneOrderInOneSecondAreThree() throws Exception {
    assertThat(
            List.of(
                documents.read(CebMessages.sample("CEB304.xml")).arrivals().get(0).key(),
                documents.read(CebMessages.sample("CEB404.xml")).arrivals().get(0).key(),
                documents.read(CebMessages.sample("CEB506.xml")).arrivals().get(0).key()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aMessageThatWasNotTakenIsNamedByTheirIdentityAndByOurs() throws Exception {
    Arrival refused = refusals.read(CebMessages.sample("CEB900.xml")).arrivals().get(0);

    MessageRefusal refusal = (MessageRefusal) refused.content();
    assertThat(refusal.type()).isEqualTo("CEB603");
    assertThat(refusal.messages())
        .containsExactly("DXP-COP-000017", "FF20A4A9-1BFA-32D1-9A5B-05B9EB4B2989");
    assertThat(refusal.status()).isNegative();
    assertThat(refusal.info()).contains("gcode");
  }

  @Test
  void aRefusalThatNamesNothingIsReadAllTheSame() throws Exception {
    String sample = new String(CebMessages.sample("CEB900.xml"), StandardCharsets.UTF_8);
    String anonymous =
        sample
            .replaceFirst("<ceb:oriCopMsgId>[^<]*<", "<ceb:oriCopMsgId><")
            .replaceFirst("<ceb:oriMessageType>[^<]*<", "<ceb:oriMessageType><")
            .replaceFirst("(?s)<ceb:oriBizMessage>.*</ceb:oriBizMessage>", "<ceb:oriBizMessage/>");

    Arrival refused = refusals.read(anonymous.getBytes(StandardCharsets.UTF_8)).arrivals().get(0);

    assertThat(refused.about()).isEqualTo("a message not named");
    assertThat(((MessageRefusal) refused.content()).type()).isEmpty();
  }

  @Test
  void aReceiptWithoutIdentityIsKnownByItsBytes() throws Exception {
    byte[] anonymous = changed("guid=\"[^\"]*\" ", "");

    assertThat(lists.read(anonymous).key()).hasSize(64).isEqualTo(lists.read(anonymous).key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<ceb:copNo>[^<]*</ceb:copNo>; ; CEB604Message/InventoryReturn/preNo",
        "<ceb:copNo>[^<]*<; <ceb:copNo><; CEB604Message/InventoryReturn/copNo",
        "<ceb:preNo>[^<]*<; <ceb:preNo>12<; CEB604Message/InventoryReturn/preNo",
        "<ceb:returnStatus>100<; <ceb:returnStatus>soon<;"
            + " CEB604Message/InventoryReturn[2]/returnStatus",
        "<ceb:returnStatus>100<; <ceb:returnStatus>99999999999<;"
            + " CEB604Message/InventoryReturn[2]/returnStatus",
        "20261122120003000; 20261322120003000; CEB604Message/InventoryReturn/returnTime",
        "20261122120003000; 2026112212000; CEB604Message/InventoryReturn/returnTime",
        "http://www.chinaport.gov.cn/ceb; http://elsewhere; CEB604Message",
        "</ceb:CEB604Message>; </ceb:CEB604; (line 31)",
      })
  void whatBreaksTheSpecificationIsRefusedByElementAndReason(
      String pattern, String replacement, String where) {
    assertThatThrownBy(() -> lists.read(changed(pattern, replacement == null ? "" : replacement)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(where);
  }

  @Test
  void aReceiptAtTheWrongDoorIsRefused() {
    assertThatThrownBy(() -> lists.read(CebMessages.sample("CEB608.xml")))
        .isInstanceOf(Unreadable.class)
        .hasMessage("CEB608Message: this door takes CEB604Message");
  }

  @Test
  void aDocumentTypeIsRefusedWithoutReadingWhatItNames() {
    byte[] evil =
        changed(
            "<ceb:CEB604Message",
            "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><ceb:CEB604Message");

    assertThatThrownBy(() -> lists.read(evil))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("DOCTYPE");
  }

  private static byte[] changed(String pattern, String replacement) {
    String sample = new String(CebMessages.sample("CEB604.xml"), StandardCharsets.UTF_8);
    String changed = sample.replaceFirst(pattern, replacement.replace("$", "\\$"));
    assertThat(changed).isNotEqualTo(sample);
    return changed.getBytes(StandardCharsets.UTF_8);
  }
}

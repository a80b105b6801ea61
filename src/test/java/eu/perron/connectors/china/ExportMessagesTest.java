package eu.perron.connectors.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.Application;
import eu.perron.exports.ExportList;
import eu.perron.exports.PaymentReceipt;
import eu.perron.exports.SalesOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ExportMessagesTest {
  @TempDir static Path folder;
  private static SigningKey key;

  @BeforeAll
  static void makeTheKey() {
    key = CebMessages.key(folder);
  }

  @Test
  void anExportListIsTheSample() throws Exception {
    byte[] written =
        CebMessages.exportList(
            key,
            CebMessages.list(
                1, "men's cotton T-shirt, knitted, black", "wool socks, knitted, pair"),
            CebMessages.again(CebMessages.list(2, "ceramic incense burner"), "Changed: gname 1"));

    assertThat(unsigned(written)).isEqualTo(unsigned(CebMessages.sample("CEB603.xml")));
  }

  @Test
  void aWaybillListIsTheSample() throws Exception {
    assertThat(unsigned(CebMessages.waybillList(key, CebMessages.waybills())))
        .isEqualTo(unsigned(CebMessages.sample("CEB607.xml")));
  }

  @Test
  void orderReceiptAndWaybillAreTheSamples() throws Exception {
    assertThat(
            unsigned(
                CebMessages.orders(
                    key,
                    CebMessages.order(
                        1, Application.NEW, "men's cotton T-shirt, knitted", "wool socks"),
                    CebMessages.order(2, Application.CHANGE, "ceramic incense burner"))))
        .isEqualTo(unsigned(CebMessages.sample("CEB303.xml")));
    assertThat(unsigned(CebMessages.receipts(key, CebMessages.receipt(1))))
        .isEqualTo(unsigned(CebMessages.sample("CEB403.xml")));
    assertThat(
            unsigned(
                CebMessages.houseWaybills(
                    key,
                    CebMessages.houseWaybill(1, Application.NEW, "wool socks"),
                    CebMessages.houseWaybill(2, Application.DELETE, "ceramic incense burner"))))
        .isEqualTo(unsigned(CebMessages.sample("CEB505.xml")));
  }

  @Test
  void aDepartureIsTheSample() throws Exception {
    assertThat(unsigned(CebMessages.departure(key, CebMessages.departure())))
        .isEqualTo(unsigned(CebMessages.sample("CEB509.xml")));
  }

  @Test
  void aMonthsSummaryIsTheSample() throws Exception {
    assertThat(unsigned(CebMessages.summary(key, CebMessages.summary("Hangzhou Xihu Trading Co."))))
        .isEqualTo(unsigned(CebMessages.sample("CEB701.xml")));
  }

  @Test
  void whatBreaksTheSpecificationIsNotSentAndSaysWhichElementAndWhy() {
    ExportList good = CebMessages.list(1, "wool socks", "silk socks");
    ExportList.Item item = good.items().get(1);
    ExportList wrong =
        with(
            good,
            new ExportList.Item(
                2,
                item.articleNumber(),
                "61091000001",
                item.name(),
                item.model(),
                item.barcode(),
                item.origin(),
                item.quantity(),
                item.unit(),
                item.legalQuantity(),
                item.legalUnit(),
                item.price(),
                item.totalPrice()));

    assertThatThrownBy(() -> CebMessages.exportList(key, wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CEB603Message/Inventory/InventoryList[2]/gcode")
        .hasMessageContaining("length");
    assertThatThrownBy(
            () ->
                CebMessages.orders(
                    key,
                    new SalesOrder(
                        CebMessages.order(1, Application.NEW).dispatch(),
                        "PRN000000001",
                        "E",
                        "O",
                        "N",
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        "300",
                        List.of())))
        .hasMessageContaining("CEB303Message/Order")
        .hasMessageContaining("OrderList");
    assertThatThrownBy(
            () ->
                CebMessages.receipts(
                    key,
                    new PaymentReceipt(
                        CebMessages.receipt(1).dispatch(),
                        "PRN000000001",
                        "O",
                        "N",
                        new BigDecimal("123456789012345678"),
                        "EURO",
                        CebMessages.NOON)))
        .hasMessageContaining("CEB403Message/Receipts/currency");
  }

  private static ExportList with(ExportList list, ExportList.Item second) {
    ExportList.Item first = list.items().get(0);
    return CebMessages.again(list, null, List.of(first, second));
  }

  @Test
  void aHundredListsFitOneMessageThatKeepsToTheSchema() throws Exception {
    ExportListComposer composer = new ExportListComposer(CebMessages.REGISTRATION, key);
    List<PostedLetter> letters =
        IntStream.rangeClosed(1, composer.lettersPerMessage())
            .mapToObj(i -> CebMessages.list(i, "gold-plated necklace"))
            .map(list -> CebMessages.letter(list.copNo(), list))
            .toList();
    OutgoingMessage message = composer.compose(letters);

    Element root = CebXml.read(message.body(), "CEB603Message");
    assertThat(CebXml.children(root, "Inventory")).hasSize(100);
    assertThat(message.key()).isEqualTo(root.getAttribute("guid")).hasSize(36);
    assertThat(composer.compose(letters).body()).isEqualTo(message.body());
  }

  @Test
  void longAndUnprintableTextsAreFittedToTheSchema() throws Exception {
    String name = "\u0000sweets\uD800\t\t" + "糖果".repeat(200) + "\uD83C\uDF6C".repeat(50);
    byte[] message = CebMessages.exportList(key, CebMessages.list(1, name));

    Element root = CebXml.read(message, "CEB603Message");
    Element item = CebXml.child(CebXml.child(root, "Inventory"), "InventoryList");
    assertThat(CebXml.text(item, "gname")).startsWith("sweets 糖果").hasSize(250);
  }

  @Test
  void markupInTheNameOfGoodsStaysAName() {
    byte[] message =
        CebMessages.exportList(key, CebMessages.list(1, "</ceb:gname><evil a='&lt;'/>]]>"));

    assertThatCode(() -> CebXml.validate(message)).doesNotThrowAnyException();
    assertThat(new String(message, StandardCharsets.UTF_8))
        .doesNotContain("<evil")
        .doesNotContain("&#13;");
  }

  private static String unsigned(byte[] message) throws Exception {
    CebXml.validate(message);
    return new String(message, StandardCharsets.UTF_8)
        .replaceFirst("(?s)<ds:Signature.*</ds:Signature>", "");
  }
}

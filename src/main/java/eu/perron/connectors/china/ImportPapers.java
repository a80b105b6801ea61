package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.Composer;
import eu.perron.exchange.PostedLetter;
import eu.perron.house.PerronSettings;
import eu.perron.retailimports.PaperKind;
import eu.perron.retailimports.RetailLetter;
import eu.perron.retailimports.RetailLetter.Item;
import java.math.BigDecimal;
import java.nio.file.Path;
import javax.xml.validation.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Write the four papers of retail import: CEB311, CEB411, CEB511, CEB621. */
@Configuration(proxyBeanMethods = false)
class ImportPapers {
  /** A resident identity number. */
  private static final String ID = "1";

  private static final String REGISTRATION = "registration-import.csv";

  @Bean
  Composer importOrderComposer(PerronSettings settings, SigningKey key) {
    return new OrderPaper(registration(settings), key);
  }

  @Bean
  Composer importPaymentComposer(PerronSettings settings, SigningKey key) {
    return new PaymentPaper(registration(settings), key);
  }

  @Bean
  Composer importWaybillComposer(PerronSettings settings, SigningKey key) {
    return new WaybillPaper(registration(settings), key);
  }

  @Bean
  Composer importListComposer(PerronSettings settings, SigningKey key) {
    return new ListPaper(registration(settings), key);
  }

  static Registration registration(PerronSettings settings) {
    Path folder = settings.connectorsDir().resolve("china-customs");
    return new Registration(folder.resolve(REGISTRATION));
  }

  /** Export and import call different things the same, so each has its schema. */
  private abstract static class ImportPaper extends CebComposer {
    ImportPaper(String message, String operation, Registration registration, SigningKey key) {
      super(message, operation, registration, key);
    }

    @Override
    final Schema schema() {
      return CebImport.SCHEMA;
    }
  }

  /** CEB311: the order, as the platform took it. */
  static final class OrderPaper extends ImportPaper {
    OrderPaper(Registration registration, SigningKey key) {
      super("CEB311Message", PaperKind.ORDER.operation(), registration, key);
    }

    @Override
    void write(CebWriter message, PostedLetter posted) {
      RetailLetter letter = posted.as(RetailLetter.class);
      Group order = message.group("Order");
      Group head =
          opened(order.group("OrderHead"), letter.guid(), letter.changed(), letter.sentAt());
      head.code("orderType", "I").text("orderNo", letter.orderNumber(), 60);
      named(head, "ebpCode", "ebpName");
      named(head, "ebcCode", "ebcName");
      head.number("goodsValue", letter.goods())
          .number("freight", letter.freight().add(letter.insurance()))
          .number("discount", BigDecimal.ZERO)
          .number("taxTotal", letter.tax())
          .number("acturalPaid", letter.paid())
          .code("currency", letter.codes().currency())
          .text("buyerRegNo", letter.buyer().idNumber(), 60)
          .text("buyerName", letter.buyer().name(), 60)
          .text("buyerTelephone", letter.buyer().telephone(), 30)
          .code("buyerIdType", ID)
          .text("buyerIdNumber", letter.buyer().idNumber(), 60);
      named(head, "payCode", "payName");
      head.text("payTransactionId", payment(letter), 60)
          .text("consignee", letter.consignee().name(), 100)
          .text("consigneeTelephone", letter.consignee().telephone(), 50)
          .text("consigneeAddress", letter.consignee().address(), 200);
      for (Item item : letter.items()) {
        order
            .group("OrderList")
            .number("gnum", item.number())
            .text("itemNo", item.articleNumber(), 30)
            .text("itemName", item.name(), 250)
            .text("gmodel", item.model(), 510)
            .text("barCode", item.barcode(), 50)
            .code("unit", item.unit())
            .number("qty", item.quantity())
            .number("price", item.price())
            .number("totalPrice", item.totalPrice())
            .code("currency", letter.codes().currency())
            .code("country", item.origin());
      }
    }
  }

  /** CEB411: what the buyer paid. */
  static final class PaymentPaper extends ImportPaper {
    PaymentPaper(Registration registration, SigningKey key) {
      super("CEB411Message", PaperKind.PAYMENT.operation(), registration, key);
    }

    @Override
    void write(CebWriter message, PostedLetter posted) {
      RetailLetter letter = posted.as(RetailLetter.class);
      Group head =
          opened(
              message.group("Payment").group("PaymentHead"),
              letter.guid(),
              letter.changed(),
              letter.sentAt());
      named(head, "payCode", "payName");
      head.text("payTransactionId", letter.number(), 60).text("orderNo", letter.orderNumber(), 60);
      named(head, "ebpCode", "ebpName");
      head.code("payerIdType", ID)
          .text("payerIdNumber", letter.buyer().idNumber(), 60)
          .text("payerName", letter.buyer().name(), 60)
          .text("telephone", letter.buyer().telephone(), 60)
          .number("amountPaid", letter.paid())
          .code("currency", letter.codes().currency())
          .time("payTime", letter.placedAt());
    }
  }

  /** CEB511: the parcel. */
  static final class WaybillPaper extends ImportPaper {
    WaybillPaper(Registration registration, SigningKey key) {
      super("CEB511Message", PaperKind.WAYBILL.operation(), registration, key);
    }

    @Override
    void write(CebWriter message, PostedLetter posted) {
      RetailLetter letter = posted.as(RetailLetter.class);
      Group head =
          opened(
              message.group("Logistics").group("LogisticsHead"),
              letter.guid(),
              letter.changed(),
              letter.sentAt());
      named(head, "logisticsCode", "logisticsName");
      head.text("logisticsNo", letter.number(), 60)
          .text("orderNo", letter.orderNumber(), 60)
          .number("freight", letter.freight())
          .number("insuredFee", letter.insurance())
          .code("currency", letter.codes().currency())
          .number("weight", letter.grossWeightKg())
          .number("packNo", letter.packages())
          .text("goodsInfo", goods(letter), 200)
          .text("consignee", letter.consignee().name(), 100)
          .text("consigneeAddress", letter.consignee().address(), 200)
          .text("consigneeTelephone", letter.consignee().telephone(), 50);
    }
  }

  /** CEB621: the list that asks for release. */
  static final class ListPaper extends ImportPaper {
    ListPaper(Registration registration, SigningKey key) {
      super("CEB621Message", PaperKind.LIST.operation(), registration, key);
    }

    @Override
    void write(CebWriter message, PostedLetter posted) {
      RetailLetter letter = posted.as(RetailLetter.class);
      Group inventory = message.group("Inventory");
      Group head =
          opened(
              inventory.group("InventoryHead"), letter.guid(), letter.changed(), letter.sentAt());
      head.text("orderNo", letter.orderNumber(), 60);
      named(head, "ebpCode", "ebpName");
      named(head, "ebcCode", "ebcName");
      head.text("logisticsNo", letter.orderNumber(), 60);
      named(head, "logisticsCode", "logisticsName");
      head.text("copNo", letter.number(), 20)
          .text("assureCode", registration.of("assureCode"), 30)
          .code("ieFlag", "I")
          .code("declTime", CebWriter.DAY.format(letter.sentAt()));
      code(head, "customsCode");
      code(head, "portCode");
      head.code("ieDate", CebWriter.DAY.format(letter.sentAt()))
          .code("buyerIdType", ID)
          .text("buyerIdNumber", letter.buyer().idNumber(), 60)
          .text("buyerName", letter.buyer().name(), 60)
          .text("buyerTelephone", letter.buyer().telephone(), 30)
          .text("consigneeAddress", letter.consignee().address(), 200);
      named(head, "agentCode", "agentName");
      head.code("tradeMode", letter.codes().tradeMode())
          .code("trafMode", letter.codes().transport())
          .optional("loctNo", registration.of("loctNo"), 10)
          .code("country", letter.codes().origin())
          .number("freight", letter.freight())
          .number("insuredFee", letter.insurance())
          .code("currency", letter.codes().currency())
          .code("wrapType", letter.codes().wrapping())
          .number("packNo", letter.packages())
          .number("grossWeight", letter.grossWeightKg())
          .number("netWeight", letter.netWeightKg());
      for (Item item : letter.items()) {
        inventory
            .group("InventoryList")
            .number("gnum", item.number())
            .text("itemNo", item.articleNumber(), 20)
            .text("itemName", item.name(), 250)
            .code("gcode", item.tariffCode())
            .text("gname", item.name(), 250)
            .text("gmodel", item.model(), 510)
            .text("barCode", item.barcode(), 50)
            .code("country", item.origin())
            .code("currency", letter.codes().currency())
            .number("qty", item.quantity())
            .code("unit", item.unit())
            .number("qty1", item.legalQuantity())
            .code("unit1", item.legalUnit())
            .number("price", item.price())
            .number("totalPrice", item.totalPrice());
      }
    }
  }

  /** The payment's number stands on the order, too. */
  private static String payment(RetailLetter letter) {
    return "PAY" + letter.orderNumber();
  }

  private static String goods(RetailLetter letter) {
    return String.join("; ", letter.items().stream().map(Item::name).toList());
  }
}

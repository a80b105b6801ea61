package eu.perron.connectors.china;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.retailimports.PaperKind;
import eu.perron.retailimports.Receipt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.w3c.dom.Element;

/** Read what customs says to the papers of retail import: CEB312, CEB412, CEB512, CEB622. */
@Configuration(proxyBeanMethods = false)
class ImportReceiptReaders {
  @Bean
  MessageReader importOrderReceiptReader() {
    return new ImportReceiptReader(PaperKind.ORDER, "CEB312Message", "OrderReturn", "orderNo");
  }

  @Bean
  MessageReader importPaymentReceiptReader() {
    return new ImportReceiptReader(
        PaperKind.PAYMENT, "CEB412Message", "PaymentReturn", "payTransactionId");
  }

  @Bean
  MessageReader importWaybillReceiptReader() {
    return new ImportReceiptReader(
        PaperKind.WAYBILL, "CEB512Message", "LogisticsReturn", "logisticsNo");
  }

  @Bean
  MessageReader importListReceiptReader() {
    return new ImportReceiptReader(PaperKind.LIST, "CEB622Message", "InventoryReturn", "copNo");
  }

  /**
   * Up to 100 returns, each about one paper.
   *
   * @param element of one return
   * @param number the element that names the paper
   */
  record ImportReceiptReader(PaperKind paper, String message, String element, String number)
      implements MessageReader {
    @Override
    public Partner partner() {
      return Partner.CHINA_CUSTOMS;
    }

    @Override
    public String operation() {
      return paper.receipt();
    }

    @Override
    public Reading read(byte[] body) throws Unreadable {
      Element root = CebImport.read(body, message);
      List<Arrival> arrivals = new ArrayList<>();
      for (Element returned : CebXml.children(root, element)) {
        int position = arrivals.size() + 1;
        arrivals.add(
            arrival(
                returned, message + "/" + element + (position > 1 ? "[" + position + "]" : "")));
      }
      String guid = root.getAttribute("guid").strip();
      return new Reading(
          guid.isEmpty() || guid.length() > 60 ? hash(body) : guid, List.copyOf(arrivals));
    }

    private Arrival arrival(Element returned, String where) throws Unreadable {
      String ours = CebXml.text(returned, number);
      if (ours.isEmpty()) {
        throw new Unreadable(
            where + "/" + number, "is empty; it must be the number of what this is about");
      }
      int status = status(CebXml.text(returned, "returnStatus"), where);
      String time = CebXml.text(returned, "returnTime");
      return new Arrival(
          operation(),
          String.join("|", CebXml.text(returned, "guid"), ours, String.valueOf(status), time),
          ours,
          new Receipt(
              paper,
              ours,
              CebXml.text(returned, "preNo"),
              CebXml.text(returned, "invtNo"),
              status,
              time(time, where),
              CebXml.text(returned, "returnInfo")));
    }

    private static int status(String text, String where) throws Unreadable {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException none) {
        throw new Unreadable(where + "/returnStatus", "'" + text + "' is no whole number");
      }
    }

    private static Instant time(String text, String where) throws Unreadable {
      try {
        return Instant.from(CebWriter.MILLISECONDS.parse(text));
      } catch (DateTimeException none) {
        throw new Unreadable(
            where + "/returnTime", "'" + text + "' is no time of the form yyyyMMddHHmmssSSS");
      }
    }

    private static String hash(byte[] body) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      } catch (NoSuchAlgorithmException absent) {
        throw new IllegalStateException("Every JDK has SHA-256", absent);
      }
    }
  }
}

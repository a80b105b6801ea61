package eu.perron.connectors.china;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.Application;
import eu.perron.exports.Departure;
import eu.perron.exports.Dispatch;
import eu.perron.exports.ExportList;
import eu.perron.exports.HouseWaybill;
import eu.perron.exports.PaymentReceipt;
import eu.perron.exports.SalesOrder;
import eu.perron.exports.SummaryApplication;
import eu.perron.exports.WaybillList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Messages for the tests of this folder, and the samples beside the routes. */
final class CebMessages {
  static final Path FOLDER = Path.of("connectors", "china-customs");
  static final Registration REGISTRATION = new Registration(FOLDER.resolve("registration.csv"));
  static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

  private CebMessages() {}

  static SigningKey key(Path folder) {
    return key(folder, SignatureMethodOfCeb.RSA_SHA1);
  }

  static SigningKey key(Path folder, SignatureMethodOfCeb method) {
    return new SigningKey(method, folder.resolve("keys"), folder.resolve("registered-key.pem"));
  }

  static byte[] sample(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve("samples").resolve(name));
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  static byte[] exportList(SigningKey key, ExportList... lists) {
    return new ExportListComposer(REGISTRATION, key)
        .compose(List.of(lists).stream().map(list -> letter(list.copNo(), list)).toList())
        .body();
  }

  static byte[] waybillList(SigningKey key, WaybillList list) {
    return new WaybillListComposer(REGISTRATION, key)
        .compose(List.of(letter(list.copNo(), list)))
        .body();
  }

  static byte[] orders(SigningKey key, SalesOrder... orders) {
    return new SalesOrderComposer(REGISTRATION, key).compose(letters(orders)).body();
  }

  static byte[] receipts(SigningKey key, PaymentReceipt... receipts) {
    return new PaymentReceiptComposer(REGISTRATION, key).compose(letters(receipts)).body();
  }

  static byte[] houseWaybills(SigningKey key, HouseWaybill... waybills) {
    return new HouseWaybillComposer(REGISTRATION, key).compose(letters(waybills)).body();
  }

  private static List<PostedLetter> letters(Object... contents) {
    return IntStream.range(0, contents.length)
        .mapToObj(i -> letter("LETTER-" + i, contents[i]))
        .toList();
  }

  static SalesOrder order(int number, Application application, String... goods) {
    String order = "PRN%09d".formatted(number);
    return new SalesOrder(
        new Dispatch(guid(order + "-O" + application), application, NOON),
        order,
        "E",
        "91110000600037341L",
        "Hangzhou Xihu Trading Co.",
        new BigDecimal("20.00").multiply(BigDecimal.valueOf(goods.length)),
        new BigDecimal("6.00"),
        "300",
        IntStream.range(0, goods.length)
            .mapToObj(
                i ->
                    new SalesOrder.Item(
                        i + 1,
                        "TS-BLK-M",
                        goods[i],
                        "无",
                        "011",
                        2,
                        new BigDecimal("10.00"),
                        new BigDecimal("20.00")))
            .toList());
  }

  static PaymentReceipt receipt(int number) {
    String order = "PRN%09d".formatted(number);
    return new PaymentReceipt(
        new Dispatch(guid(order + "-R"), Application.NEW, NOON),
        order,
        "91110000600037341L",
        "Hangzhou Xihu Trading Co.",
        new BigDecimal("46.00"),
        "300",
        NOON.minusSeconds(3600));
  }

  static HouseWaybill houseWaybill(int number, Application application, String goods) {
    String order = "PRN%09d".formatted(number);
    return new HouseWaybill(
        new Dispatch(guid(order + "-W" + application), application, NOON),
        order,
        "91110000600037341L",
        "Hangzhou Xihu Trading Co.",
        new BigDecimal("6.00"),
        BigDecimal.ZERO,
        "300",
        new BigDecimal("0.640"),
        1,
        goods);
  }

  static PostedLetter letter(String copNo, Object content) {
    try {
      return new PostedLetter(copNo, copNo, copNo, MAPPER.writeValueAsString(content), MAPPER);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  static ExportList list(int number, String... goods) {
    String order = "PRN%09d".formatted(number);
    List<ExportList.Item> items =
        IntStream.range(0, goods.length).mapToObj(i -> item(i + 1, goods[i])).toList();
    return new ExportList(
        order + "-1",
        guid(order),
        false,
        NOON,
        order,
        "91110000600037341L",
        "Hangzhou Xihu Trading Co.",
        "9610",
        "A",
        "5",
        "301",
        "301",
        "300",
        new BigDecimal("6.00"),
        BigDecimal.ZERO,
        "2",
        1,
        new BigDecimal("0.640"),
        new BigDecimal("0.360"),
        null,
        items);
  }

  static ExportList again(ExportList list, String note) {
    return again(list, note, list.items());
  }

  static ExportList again(ExportList list, String note, List<ExportList.Item> items) {
    return new ExportList(
        list.orderNumber() + "-2",
        guid(list.orderNumber() + "-2"),
        true,
        list.declaredAt(),
        list.orderNumber(),
        list.ownerCode(),
        list.ownerName(),
        list.tradeMode(),
        list.statisticsFlag(),
        list.transportMode(),
        list.destination(),
        list.portOfDestination(),
        list.currency(),
        list.freight(),
        list.insurance(),
        list.wrapping(),
        list.packages(),
        list.grossWeightKg(),
        list.netWeightKg(),
        note,
        items);
  }

  private static ExportList.Item item(int number, String name) {
    return new ExportList.Item(
        number,
        "TS-BLK-M",
        "6109100000",
        name,
        "XH-1002",
        "无",
        "142",
        2,
        "011",
        new BigDecimal("2"),
        "011",
        new BigDecimal("10.00"),
        new BigDecimal("20.00"));
  }

  static WaybillList waybills() {
    return new WaybillList(
        "WCN2611220001-1",
        guid("CN2611220001"),
        false,
        NOON,
        "CN2611220001",
        "157-12345675",
        "QR8123",
        LocalDate.of(2026, 11, 23),
        "5",
        new BigDecimal("412.350"),
        List.of(
            new WaybillList.House("PRN000000001", "29912026E000000017"),
            new WaybillList.House("PRN000000002", null)));
  }

  static Departure departure() {
    return new Departure(
        "DCN2611220001-1",
        guid("DCN2611220001"),
        false,
        NOON,
        "CN2611220001",
        "157-12345675",
        "QR8123",
        LocalDate.of(2026, 11, 23),
        "5",
        NOON.minusSeconds(600),
        List.of("PRN000000001", "PRN000000002"));
  }

  static byte[] departure(SigningKey key, Departure departure) {
    return new DepartureComposer(REGISTRATION, key)
        .compose(List.of(letter(departure.copNo(), departure)))
        .body();
  }

  static SummaryApplication summary(String consignor) {
    return new SummaryApplication(
        "S202611-1-1",
        guid("S202611-1-1"),
        false,
        NOON,
        "91110000600037341L",
        consignor,
        List.of("29912026E000000017", "29912026E000000018"));
  }

  static byte[] summary(SigningKey key, SummaryApplication application) {
    return new SummaryComposer(REGISTRATION, key)
        .compose(List.of(letter(application.copNo(), application)))
        .body();
  }

  private static String guid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes()).toString().toUpperCase(Locale.ROOT);
  }
}

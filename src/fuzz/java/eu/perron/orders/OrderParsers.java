package eu.perron.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import eu.perron.house.InputError;
import eu.perron.house.PerronSettings;
import eu.perron.house.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

public final class OrderParsers {
  private OrderParsers() {}

  public static List<Parser> all() {
    return List.of(
        Parser.named("order-json", OrderParsers::body, OrderBody.class, OrderReader.class)
            .from("src/main/resources/samples/order.json")
            .refusingBy(Problem.class),
        Parser.named("landed-cost-json", OrderParsers::enquiry, OrderEnquiries.class)
            .from("src/main/resources/samples/order.json")
            .refusingBy(Problem.class),
        Parser.named(
                "order-correction", OrderParsers::correction, OrderBody.class, OrderReader.class)
            .refusingBy(Problem.class),
        Parser.named("order-csv", OrderParsers::file, ImportFile.class, ImportColumns.class)
            .from("src/main/resources/samples/*.csv")
            .refusingBy(Problem.class),
        Parser.named("order-query", OrderParsers::query, Query.class, Cursor.class)
            .refusingBy(Problem.class));
  }

  private static void body(byte[] body) throws IOException {
    OrderRequest order = Room.BODY.read(new ByteArrayInputStream(body));
    Room.HASH.of(order);
    storable(order.reference(), 60);
    for (OrderLine line : order.lines()) {
      storable(line.description(), 512);
    }
  }

  private static void enquiry(byte[] body) throws IOException {
    new OrderEnquiries(Room.BODY).read(new ByteArrayInputStream(body)).order().goodsValue();
  }

  private static void correction(byte[] body) throws IOException {
    OrderCorrection correction = Room.BODY.correction(new ByteArrayInputStream(body));
    for (OrderCorrection.Line line : correction.lines()) {
      if (line.description() != null) {
        storable(line.description(), 512);
      }
    }
  }

  private static void file(byte[] file) throws IOException {
    new ImportFile().read(new ByteArrayInputStream(file), OrderParsers::row);
  }

  private static void row(ImportRow row) {
    storable(row.reference(), 255);
    if (row.cells() == null) {
      storable(row.problem(), 250);
      return;
    }
    Findings findings = new Findings();
    ObjectNode order = ImportColumns.order(List.of(row.cells()));
    Room.READER.read(order, findings);
    for (InputError each : findings.wrong()) {
      ImportColumns.columnOf(each.pointer());
      ImportColumns.rowOf(each.pointer());
    }
  }

  private static void query(byte[] input) {
    Optional<String> text = Optional.of(new String(input, StandardCharsets.UTF_8));
    Optional<String> none = Optional.empty();
    Problem refused = null;
    for (int parameter = 0; parameter < 6; parameter++) {
      try {
        new Query()
            .read(
                parameter == 0 ? text : none,
                parameter == 1 ? text : none,
                parameter == 2 ? text : none,
                parameter == 3 ? text : none,
                parameter == 4 ? text : none,
                parameter == 5 ? text : none);
      } catch (Problem problem) {
        refused = problem;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  private static void storable(String text, int most) {
    if (text == null
        || text.codePointCount(0, text.length()) > most
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Finding.of("a text that its column cannot hold: " + text);
    }
  }

  private static final class Room {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    static final PerronSettings SETTINGS =
        new PerronSettings(
            Path.of("var"),
            Path.of("processes"),
            Path.of("connectors"),
            null,
            new PerronSettings.Database(null, null, null),
            new PerronSettings.Demo(null, null, null, 1));
    static final OrderReader READER = new OrderReader(new LanesServed(SETTINGS, CLOCK), CLOCK);
    static final OrderBody BODY = new OrderBody(READER);
    static final ContentHash HASH = new ContentHash();
  }
}

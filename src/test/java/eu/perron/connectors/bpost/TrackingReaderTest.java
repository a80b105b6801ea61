package eu.perron.connectors.bpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.MessageReader.Reading;
import eu.perron.connectors.Unreadable;
import eu.perron.delivery.DeliveryState;
import eu.perron.delivery.TrackingEvent;
import eu.perron.exchange.Arrival;
import eu.perron.trade.MilestoneCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TrackingReaderTest {
  private final TrackingReader reader = new TrackingReader(Samples.codes());

  @Test
  void oneEventIsRead() throws Unreadable {
    Arrival arrival = reader.read(Samples.bytes("tracking-one.json")).arrivals().get(0);
    assertThat(arrival.kind()).isEqualTo("tracking-event");
    assertThat(arrival.about()).isEqualTo(Samples.BARCODE);
    assertThat(arrival.content())
        .isEqualTo(
            new TrackingEvent(
                Samples.BARCODE,
                "L00",
                Instant.parse("2026-11-23T07:12:00Z"),
                "9000 Gent",
                MilestoneCode.OUT_FOR_DELIVERY,
                DeliveryState.OUT_FOR_DELIVERY,
                "out on the round"));
  }

  @Test
  void manyEventsAreReadAndTheSameOneOnce() throws Unreadable {
    assertThat(events(reader.read(Samples.bytes("tracking-many.json"))))
        .extracting(TrackingEvent::code)
        .containsExactly("U01", "T00", "X99");
  }

  @Test
  void anUnknownCodeIsKeptAndNothingIsGuessedFromIt() throws Unreadable {
    TrackingEvent unknown =
        event(
            "{'itemCode':'AB123456','stateCode':'DELIVERED_MAYBE','time':'2026-11-22T10:00:00Z'}");
    assertThat(unknown.code()).isEqualTo("DELIVERED_MAYBE");
    assertThat(unknown.milestone()).isNull();
    assertThat(unknown.state()).isNull();
  }

  @Test
  void theSameMessageHasTheSameKeyAndAnotherHasAnother() throws Unreadable {
    Reading one = reader.read(Samples.bytes("tracking-one.json"));
    assertThat(reader.read(Samples.bytes("tracking-one.json")).key()).isEqualTo(one.key());
    assertThat(reader.read(Samples.bytes("tracking-many.json")).key()).isNotEqualTo(one.key());
  }

  @Test
  void whatCannotBeReadIsNamedWithItsPlace() {
    refuses(
        "{'events':[{'itemCode':'AB123456','stateCode':'T00','time':'yesterday'}]}",
        "/events/0/time");
    refuses("[{'itemCode':'','stateCode':'T00','time':'2026-11-22T10:00:00Z'}]", "/0/itemCode");
    refuses("{'itemCode':'AB123456','stateCode':null,'time':'2026-11-22T10:00:00Z'}", "/stateCode");
    refuses("{'events': 7}", "/events");
    refuses("{'events': [", "line 1");
    refuses("", "/");
  }

  @Property(tries = 300)
  void arbitraryJsonIsReadOrUnreadable(@ForAll("json") String json) {
    readsOrRefuses(json.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 300)
  void arbitraryBytesAreReadOrUnreadable(@ForAll byte[] bytes) {
    readsOrRefuses(bytes);
  }

  @Property(tries = 300)
  void aSampleCutShortIsReadOrUnreadable(@ForAll("cuts") int length) {
    readsOrRefuses(Arrays.copyOf(Samples.bytes("tracking-many.json"), length));
  }

  private void readsOrRefuses(byte[] body) {
    try {
      assertThat(reader.read(body).key()).isNotBlank();
    } catch (Unreadable told) {
      assertThat(told.getMessage()).contains(": ");
    }
  }

  private void refuses(String json, String where) {
    assertThatThrownBy(() -> reader.read(quoted(json)))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(where + ":");
  }

  private TrackingEvent event(String json) throws Unreadable {
    return events(reader.read(quoted(json))).get(0);
  }

  private static List<TrackingEvent> events(Reading reading) {
    return reading.arrivals().stream()
        .map(Arrival::content)
        .map(TrackingEvent.class::cast)
        .toList();
  }

  private static byte[] quoted(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, Samples.bytes("tracking-many.json").length);
  }

  @Provide
  Arbitrary<String> json() {
    return json(3);
  }

  /** Bounded: a tree that may grow at every branch sometimes never ends. */
  private static Arbitrary<String> json(int depth) {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(
            Arbitraries.of(
                "null", "true", "-1.5e9", "1e999999", "{}", "[]", "\"T00\"", "\"AB123456\""),
            Arbitraries.of("\"2026-11-22T10:00:00Z\"", "\"+999999999-01-01T00:00:00Z\""),
            Arbitraries.strings().alpha().ofMaxLength(150).map(text -> "\"" + text + "\""));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> fields =
        Arbitraries.of(
            "itemCode", "stateCode", "time", "place", "eventId", "stateDescription", "events");
    Arbitrary<String> inner =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, scalars), net.jqwik.api.Tuple.of(1, json(depth - 1)));
    return Arbitraries.oneOf(
        scalars,
        Arbitraries.maps(fields, inner)
            .ofMaxSize(7)
            .map(
                map ->
                    map.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                        .collect(java.util.stream.Collectors.joining(",", "{", "}"))),
        inner.list().ofMaxSize(5).map(items -> "[" + String.join(",", items) + "]"));
  }
}

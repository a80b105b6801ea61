package eu.perron.connectors.cainiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.connectors.StatusCodes;
import eu.perron.connectors.Unreadable;
import eu.perron.delivery.DeliveryState;
import eu.perron.delivery.Instruction;
import eu.perron.delivery.LabelAnswer;
import eu.perron.delivery.LabelBooking;
import eu.perron.delivery.NewAttemptAnswer;
import eu.perron.delivery.TrackingEvent;
import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.PostedLetter;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import eu.perron.orders.DeliveryService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we ask of Cainiao, what it answers, and what it tells us. */
class CainiaoTest {
  private static final CainiaoSettings SETTINGS = new CainiaoSettings("PERRON", "simulated");
  private static final String KEY = "7K2QZ4XA0C5M-1";
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();
  private final CainiaoComposers composers = new CainiaoComposers();
  private final CainiaoReplies replies = new CainiaoReplies();
  private final ActionReader actions =
      new ActionReader(
          StatusCodes.load(Path.of("connectors/cainiao/status-codes.csv")), SETTINGS.secret());

  static LabelBooking booking() {
    return new LabelBooking(
        KEY,
        "7K2QZ4XA0C5M",
        AT,
        DeliveryService.HOME,
        null,
        new LabelBooking.Consignee(
            "李小梅", "西湖区文三路 100 号", "310012", "杭州", "CN", "meimei@example.org", "+8613800000000"),
        false,
        List.of(new LabelBooking.Piece("7K2QZ4XA0C5M01", new BigDecimal("1.1501"), 30, 25, 10)),
        "pralines of milk chocolate, filled");
  }

  @Test
  void itBooksAWaybillForEachParcel() {
    assertThat(written(composers.cainiaoLabelComposer(SETTINGS), booking()))
        .isEqualTo(sample("label-request.txt"));
  }

  @Test
  void itAsksForAnotherAttemptAndForTheWayBack() throws Unreadable {
    Instruction wish = new Instruction("7K2QZ4XA0C5M-2", "7K2QZ4XA0C5M", AT, List.of("780001"));

    Link.Opened attempt = opened(composers.cainiaoNewAttemptComposer(SETTINGS), wish);
    Link.Opened recall = opened(composers.cainiaoRecallComposer(SETTINGS), wish);

    assertThat(attempt.type()).isEqualTo("TMS_REDELIVERY");
    assertThat(recall.type()).isEqualTo("TMS_INTERCEPT");
    assertThat(attempt.content()).isEqualTo(recall.content());
    assertThat(attempt.content().path("waybillCodes").get(0).asText()).isEqualTo("780001");
  }

  @Test
  void itReadsTheLabelAndTheRefusal() {
    LabelAnswer label = (LabelAnswer) read(replies.cainiaoLabelReply(), "label-answer.json");
    LabelAnswer refused = (LabelAnswer) read(replies.cainiaoLabelReply(), "label-refused.json");

    assertThat(label.pieces())
        .containsExactly(new LabelAnswer.Numbered("7K2QZ4XA0C5M01", "780008814926349164070000"));
    assertThat(new String(label.label(), StandardCharsets.US_ASCII)).startsWith("^XA");
    assertThat(refused.refusal()).isEqualTo("B02 The address is not in the delivery area");
  }

  @Test
  void itReadsWhetherItComesAgain() {
    NewAttemptAnswer yes =
        (NewAttemptAnswer) read(replies.cainiaoNewAttemptReply(), "accepted.json");
    NewAttemptAnswer no =
        (NewAttemptAnswer) read(replies.cainiaoNewAttemptReply(), "label-refused.json");

    assertThat(yes).isEqualTo(new NewAttemptAnswer(KEY, "7K2QZ4XA0C5M", null));
    assertThat(no.refusal()).startsWith("B02");
  }

  @Test
  void aRecallThatIsRefusedIsParked() {
    assertThat(replies.cainiaoRecallReply().read(sent(), reply(sample("accepted.json")))).isEmpty();
    assertThatThrownBy(
            () -> replies.cainiaoRecallReply().read(sent(), reply(sample("label-refused.json"))))
        .isInstanceOf(PartnerRefused.class)
        .hasMessageContaining("B02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "nonsense",
        "{}",
        "{\"success\":\"yes\"}",
        "{\"success\":true}",
        "{\"success\":true,\"waybills\":[{\"waybillCode\":\"x\"}],\"printData\":\"QQ==\"}",
        "{\"success\":true,\"waybills\":[{\"waybillCode\":\"780001\"}],\"printData\":\"?\"}"
      })
  void anAnswerThatIsNoneIsAskedForAgain(String body) {
    assertThatThrownBy(() -> replies.cainiaoLabelReply().read(sent(), reply(body)))
        .isInstanceOf(PartnerUnavailable.class);
  }

  @Test
  void itReadsWhatCainiaoSaw() throws Unreadable {
    List<TrackingEvent> events =
        actions.read(sample("tracking.txt").getBytes(StandardCharsets.UTF_8)).arrivals().stream()
            .map(arrival -> (TrackingEvent) arrival.content())
            .toList();

    assertThat(events)
        .extracting(TrackingEvent::code, TrackingEvent::state, TrackingEvent::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("GOT", DeliveryState.CARRIER_ACCEPTED, "杭州"),
            org.assertj.core.groups.Tuple.tuple("SIGNED", DeliveryState.DELIVERED, "杭州"),
            org.assertj.core.groups.Tuple.tuple("SOMETHING_NEW", null, "杭州"));
    assertThat(events.get(0).at()).isEqualTo(Instant.parse("2026-11-22T09:30:00Z"));
    assertThat(events.get(2).says()).isEqualTo("新代码");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "data_digest=~data_digest=A | data_digest",
        "logistics_interface=~other= | logistics_interface",
        "data_digest=~x= | data_digest",
        "&~ | logistics_interface",
        "%7B~%7 | the body"
      })
  void aSpoiledEnvelopeIsRefusedByItsField(String change, String where) {
    String[] parts = change.split("~", -1);
    String spoiled = sample("tracking.txt").replace(parts[0], parts[1]);

    assertThatThrownBy(() -> actions.read(spoiled.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(where);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /parcels",
        "{\"parcels\":[{}]} | /parcels/0/waybillCode",
        "{\"parcels\":[{\"waybillCode\":\"780001\"}]} | /parcels/0/actions",
        "{\"parcels\":[{\"waybillCode\":\"780001\",\"actions\":[{\"action\":\"got\"}]}]} | /parcels/0/actions/0/action",
        "{\"parcels\":[{\"waybillCode\":\"780001\",\"actions\":[{\"action\":\"GOT\",\"time\":\"yesterday\"}]}]} | /parcels/0/actions/0/time"
      })
  void aSignedMessageThatSaysNothingIsRefusedByItsPlace(String content, String where)
      throws JsonProcessingException {
    byte[] body =
        Link.close("PERRON", SETTINGS.secret(), "TMS_TRACE_PUSH", MAPPER.readTree(content));

    assertThatThrownBy(() -> actions.read(body))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(where);
  }

  @Property(tries = 500)
  void aMutatedMessageIsReadOrUnreadableAndNothingElse(
      @ForAll @IntRange(max = 2000) int at, @ForAll byte value) {
    byte[] body = sample("tracking.txt").getBytes(StandardCharsets.UTF_8);
    body[at % body.length] = value;

    Throwable thrown = catchThrowable(() -> actions.read(body));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(Unreadable.class);
    }
  }

  private static String written(Composer composer, Object content) {
    return new String(composer.compose(List.of(letter(content))).body(), StandardCharsets.UTF_8);
  }

  private static Link.Opened opened(Composer composer, Object content) throws Unreadable {
    return Link.open(composer.compose(List.of(letter(content))).body(), SETTINGS.secret());
  }

  private static PostedLetter letter(Object content) {
    try {
      return new PostedLetter(KEY, KEY, KEY, MAPPER.writeValueAsString(content), MAPPER);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static Object read(ReplyReader reader, String sample) {
    return reader.read(sent(), reply(sample(sample))).get(0).content();
  }

  private static OutgoingMessage sent() {
    return new OutgoingMessage(Partner.CAINIAO, "label", KEY, Link.FORM, new byte[0]);
  }

  private static Reply reply(String body) {
    return new Reply(Link.JSON, body.getBytes(StandardCharsets.UTF_8));
  }

  static String sample(String name) {
    try {
      return Files.readString(Path.of("connectors/cainiao/samples", name)).strip();
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }
}

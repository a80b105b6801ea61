package eu.perron.connectors.bpost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.perron.connectors.StatusCodes;
import eu.perron.delivery.Instruction;
import eu.perron.delivery.LabelBooking;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.exchange.Reply;
import eu.perron.orders.DeliveryService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The folder's own samples, and the words for them. */
final class Samples {
  static final Path FOLDER = Path.of("connectors", "bpost");
  static final String ORDER = "A1B2C3D4E5F6";
  static final String PARCEL = ORDER + "01";
  static final String BARCODE = "320123456789012345678900";
  static final Instant MORNING = Instant.parse("2026-11-22T09:30:00Z");
  static final BpostSettings SETTINGS =
      new BpostSettings("107423", "open sesame+&", "PDF", Duration.ofHours(12), 50, 2000);

  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModule(new JavaTimeModule());

  private Samples() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve("samples").resolve(name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static Reply reply(String name) {
    return new Reply(Wire.JSON, bytes(name));
  }

  static JsonNode json(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static StatusCodes codes() {
    return StatusCodes.load(FOLDER.resolve("status-codes.csv"));
  }

  static LabelBooking booking(String goods) {
    return booking(goods, 1, false);
  }

  static LabelBooking booking(String goods, int parcels, boolean corrected) {
    List<LabelBooking.Piece> pieces =
        java.util.stream.IntStream.rangeClosed(1, parcels)
            .mapToObj(
                n ->
                    new LabelBooking.Piece(
                        "%s%02d".formatted(ORDER, n), new BigDecimal("0.640"), 30, 20, 10))
            .toList();
    return new LabelBooking(
        ORDER + "-1",
        ORDER,
        MORNING,
        DeliveryService.HOME,
        null,
        new LabelBooking.Consignee(
            "A. Peeters",
            "Korenmarkt 1",
            "9000",
            "Gent",
            "BE",
            "peeters@example.org",
            "+32470000000"),
        corrected,
        pieces,
        goods);
  }

  static Instruction instruction() {
    return new Instruction(
        ORDER + "-2", ORDER, Instant.parse("2026-11-24T10:00:00Z"), List.of(BARCODE));
  }

  static OutgoingMessage label(LabelBooking booking) {
    return new LabelComposer(SETTINGS).compose(List.of(letter(booking.key(), booking)));
  }

  static OutgoingMessage message(String operation, Instruction instruction) {
    return new InstructionComposer(operation, SETTINGS)
        .compose(List.of(letter(instruction.key(), instruction)));
  }

  static OutgoingMessage sent(String operation, String key) {
    return new OutgoingMessage(Partner.BPOST, operation, key, Wire.JSON, new byte[0]);
  }

  private static PostedLetter letter(String key, Object content) {
    try {
      return new PostedLetter("id", key, ORDER, MAPPER.writeValueAsString(content), MAPPER);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

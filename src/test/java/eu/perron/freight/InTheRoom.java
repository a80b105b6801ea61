package eu.perron.freight;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.freight.EntrySummaryAnswer.Kind;
import eu.perron.freight.FreightRoom.Heard;
import eu.perron.freight.FreightRoom.MovableClock;
import eu.perron.freight.FreightRoom.Placed;
import eu.perron.house.Seal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What the tests of the room share: its verbs, and words for what others tell it. */
@SpringBootTest(
    classes = FreightRoom.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {"perron.data-dir=target/freight-room-${fork:1}", "perron.demo.pace=0"})
abstract class InTheRoom {
  @Autowired protected Freight freight;
  @Autowired protected FreightSweep sweep;
  @Autowired protected FlightStatusHandler airline;
  @Autowired protected AirlineAcknowledgementHandler acknowledgements;
  @Autowired protected EntrySummaryAnswerHandler authority;
  @Autowired protected Placed placed;
  @Autowired protected Heard heard;
  @Autowired protected MovableClock clock;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected ObjectMapper json;
  @Autowired private Seal seal;
  @Autowired protected PlatformTransactionManager transactions;

  @BeforeEach
  void nothingIsOpen() {
    clock.move(Duration.ofMinutes(1));
    sweep.sweep();
    heard.forget();
  }

  protected String closing(String... orders) {
    String consignment = null;
    for (String order : orders) {
      consignment = freight.join(order);
    }
    freight.reserve(consignment);
    clock.move(Duration.ofSeconds(2));
    sweep.sweep();
    return consignment;
  }

  protected String handedOver(String... orders) {
    String consignment = closing(orders);
    freight.close(consignment);
    freight.fileEntrySummaries(consignment);
    List.of(orders).forEach(order -> authority(Kind.ASSESSED, order));
    freight.handToAirline(consignment);
    return consignment;
  }

  protected List<FlightStatus> story(String consignment) {
    return new ArrayList<>(
        List.of(
            status(consignment, "BKD", "3V0901", "22NOV", "HGH", "T", 1, null, List.of()),
            status(consignment, "RCS", null, "22NOV", "HGH", "T", 1, null, List.of()),
            status(consignment, "DEP", "3V0901", "22NOV", "HGH", "T", 1, null, List.of()),
            status(consignment, "ARR", "3V0901", "22NOV", "LGG", "T", 1, null, List.of()),
            status(consignment, "RCF", "3V0901", "22NOV", "LGG", "T", 1, null, List.of()),
            status(consignment, "QQQ", null, null, null, null, null, null, List.of())));
  }

  protected void tell(
      String consignment,
      String code,
      String flight,
      String date,
      String station,
      String discrepancy) {
    airline.apply(
        status(
            consignment,
            code,
            flight,
            date,
            station == null ? "HGH" : station,
            "T",
            1,
            discrepancy,
            List.of()));
  }

  protected FlightStatus status(
      String consignment,
      String code,
      String flight,
      String date,
      String station,
      String extent,
      Integer pieces,
      String discrepancy,
      List<String> houses) {
    return new FlightStatus(
        freight.consignment(consignment).orElseThrow().awb(),
        code,
        flight,
        date,
        null,
        null,
        null,
        station,
        null,
        extent,
        pieces,
        null,
        discrepancy,
        houses,
        code + "/" + flight + "/" + date + "/" + discrepancy);
  }

  protected void refuse(String consignment, int attempt) {
    acknowledgements.apply(
        new AirlineAcknowledgement(
            false,
            "FWB",
            freight.consignment(consignment).orElseThrow().awb(),
            consignment + "-" + attempt,
            "CLOSED"));
  }

  protected void authority(Kind kind, String order) {
    authority.apply(new EntrySummaryAnswer(kind, lrn(order), "26BE%sT0".formatted(order), "why?"));
  }

  protected String lrn(String order) {
    return freight.house(order).orElseThrow().lrn();
  }

  protected <T> T letter(String operation, String key, Class<T> type) {
    try {
      return json.readValue(
          jdbc.sql(
                  "SELECT content FROM exchange_letter WHERE operation = :operation AND letter_key = :key")
              .param("operation", operation)
              .param("key", key)
              .query((row, number) -> seal.openText(row.getBytes(1)))
              .single(),
          type);
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }
}

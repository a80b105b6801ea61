package eu.perron.flow;

import eu.perron.compliance.Compliance;
import eu.perron.orders.CancellationDesk.Refusal;
import eu.perron.orders.CorrectionDesk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the flow answers a seller who mends an order: only what screening holds waits for them. */
@Component
class SellersCorrections implements CorrectionDesk {
  private static final String REVIEW = "ReviewOrder";
  private static final int LONGEST_NAME = 40;
  private final JdbcClient jdbc;
  private final DeskTasks tasks;
  private final Compliance compliance;

  SellersCorrections(JdbcClient jdbc, DeskTasks tasks, Compliance compliance) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.compliance = compliance;
  }

  @Override
  public Optional<Refusal> refusal(String orderNumber) {
    boolean reviewed =
        jdbc.sql(
                "SELECT task_id FROM flow_task WHERE business_key = :key AND process = :process "
                    + "AND activity = :activity FOR UPDATE")
            .param("key", orderNumber)
            .param("process", Starter.FULFILMENT)
            .param("activity", REVIEW)
            .query(String.class)
            .optional()
            .isPresent();
    if (!reviewed) {
      return Optional.of(
          new Refusal(
              "not-held",
              "Screening does not hold the order.",
              "What is declared already is changed by us; cancel it and place it anew if it is"
                  + " wrong."));
    }
    return compliance.waitsForTheSeller(orderNumber)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "not-yours",
                "What holds the order is not cured by other words in it.",
                "A clerk decides; the findings say what would help them."));
  }

  @Override
  public void corrected(String orderNumber, String sellerId, String note) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("decision", "CORRECTED");
    values.put("note", note == null ? "Corrected by the seller" : note);
    String who = "seller " + sellerId;
    tasks.answer(
        orderNumber,
        Starter.FULFILMENT,
        REVIEW,
        who.substring(0, Math.min(LONGEST_NAME, who.length())),
        values);
  }
}

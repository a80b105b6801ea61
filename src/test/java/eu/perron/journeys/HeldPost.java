package eu.perron.journeys;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds back what the simulated partners are about to tell us, so that they are silent, late or
 * speak in another order: a letter that says what is held is not due for a hundred years, unless it
 * is let go.
 */
final class HeldPost {
  private static final String NOT_DUE = "2126-01-01";
  private final JdbcClient jdbc;

  /** A letter of a partner to one of our doors. */
  record Letter(String id, String partner, String operation, String contentType, byte[] body) {}

  HeldPost(JdbcClient jdbc) {
    this.jdbc = jdbc;
    List.of(
            """
        CREATE TABLE IF NOT EXISTS test_held_post (partner VARCHAR(40) NOT NULL, one VARBINARY(120) NOT NULL,
          other VARBINARY(120) NOT NULL)""",
            """
        CREATE TRIGGER IF NOT EXISTS test_held_post BEFORE INSERT ON simulator_letter FOR EACH ROW
          IF EXISTS (SELECT 1 FROM test_held_post h WHERE h.partner = NEW.partner AND LOCATE(h.one, NEW.body) > 0
                     AND LOCATE(h.other, NEW.body) > 0) THEN
            SET NEW.due_at = '2126-01-01';
          END IF""",
            """
        CREATE TRIGGER IF NOT EXISTS test_late_cut_off BEFORE INSERT ON air_consignment FOR EACH ROW
          IF EXISTS (SELECT 1 FROM test_held_post h WHERE h.partner = 'cut-off') THEN
            SET NEW.cut_off_at = NEW.cut_off_at + INTERVAL 3 DAY;
          END IF""")
        .forEach(sql -> jdbc.sql(sql).update());
  }

  /** From now on holds the partner's letters that contain all these words. */
  void hold(String partner, String... words) {
    jdbc.sql("INSERT INTO test_held_post (partner, one, other) VALUES (:partner, :one, :other)")
        .param("partner", partner)
        .param("one", words.length > 0 ? words[0] : "")
        .param("other", words.length > 1 ? words[1] : "")
        .update();
  }

  /** Flights that open from now on stay open three days longer. */
  void holdFlights() {
    hold("cut-off");
  }

  /** From now on nothing is held; what was held stays so until it is let go. */
  void holdNothing() {
    jdbc.sql("DELETE FROM test_held_post").update();
  }

  List<Letter> held(String partner, String word) {
    return jdbc.sql(
            "SELECT id, partner, name AS operation, content_type, body FROM simulator_letter "
                + "WHERE due_at = :notDue AND partner = :partner AND LOCATE(CAST(:word AS BINARY), body) > 0 ORDER BY id")
        .param("notDue", Timestamp.valueOf(NOT_DUE + " 00:00:00"))
        .param("partner", partner)
        .param("word", word)
        .query(Letter.class)
        .list();
  }

  /** All that the partner has to say, from now on too. */
  void letGo(String partner) {
    jdbc.sql("DELETE FROM test_held_post WHERE partner = :partner")
        .param("partner", partner)
        .update();
    letGo(partner, "");
  }

  /** What is held and contains the word; what comes later is held again. */
  void letGo(String partner, String word) {
    jdbc.sql(
            "UPDATE simulator_letter SET due_at = '2000-01-01' WHERE due_at = :notDue AND partner = :partner "
                + "AND LOCATE(CAST(:word AS BINARY), body) > 0")
        .param("notDue", Timestamp.valueOf(NOT_DUE + " 00:00:00"))
        .param("partner", partner)
        .param("word", word)
        .update();
  }

  /** Everything, at once. */
  void letGo() {
    holdNothing();
    jdbc.sql("UPDATE simulator_letter SET due_at = '2000-01-01' WHERE due_at = :notDue")
        .param("notDue", Timestamp.valueOf(NOT_DUE + " 00:00:00"))
        .update();
  }

  /** Takes letters out of the carrier's bag, for the test to deliver itself. */
  List<Letter> take(String partner, Set<String> words) {
    List<Letter> taken = words.stream().flatMap(word -> held(partner, word).stream()).toList();
    taken.forEach(
        letter ->
            jdbc.sql("DELETE FROM simulator_letter WHERE id = :id")
                .param("id", letter.id())
                .update());
    return taken;
  }
}

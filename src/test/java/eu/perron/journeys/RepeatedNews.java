package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.AnOrder;
import eu.perron.house.PerronSettings;
import eu.perron.house.Seal;
import eu.perron.journeys.HeldPost.Letter;
import eu.perron.trade.Ids;
import eu.perron.trade.Mrn;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Partners repeat themselves, speak too early, out of turn, and about things we never heard of. */
abstract class RepeatedNews extends Journey {
  private static final Path RELEASE = Path.of("connectors/belgian-customs/samples/IE429.xml");
  private static final String ARRANGED = "last-mile:ArrangeDelivery";
  private static final Pattern KIND = Pattern.compile("CEB\\d{3}");
  private static final Set<String> DOORS = Set.of("fsu", "fna", "notification", "tracking");

  @Autowired private PerronSettings settings;
  @Autowired private Seal seal;
  private HeldPost post;

  @BeforeAll
  void holdThePost() {
    post = new HeldPost(jdbc);
  }

  @AfterEach
  void nothingIsHeld() {
    post.letGo();
  }

  @Test
  void whatPartnersToldThreeTimesAndShuffledChangesNothing() throws IOException {
    String before = Ids.next();
    String order = placed("");
    ends(order, "DELIVERED");
    JsonNode view = view(order);
    List<String> path = path(order);
    List<Letter> told =
        jdbc.sql(
                "SELECT id, partner, operation, content_type, body FROM exchange_message "
                    + "WHERE direction = 'IN' AND id > :before")
            .param("before", before)
            .query(
                (row, number) ->
                    new Letter(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        seal.open(row.getBytes(5))))
            .list();
    assertThat(told)
        .extracting(Letter::partner)
        .contains("china-customs", "ics2", "airline", "belgian-customs", "bpost");

    List<Letter> again = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      again.addAll(told);
    }
    Collections.shuffle(again, new Random(20261122));
    again.stream().filter(letter -> DOORS.contains(letter.operation())).forEach(this::delivered);
    for (Letter letter :
        again.stream().filter(letter -> letter.partner().equals("china-customs")).toList()) {
      filed(letter);
    }
    isEverythingApplied();

    assertThat(view(order)).isEqualTo(view);
    assertThat(path(order)).isEqualTo(path);
  }

  @Test
  void aFlightAndAReleaseToldBackwardsArriveAllTheSame() {
    noFlightIsOpen();
    post.hold("airline", "FSU/14");
    String order = placed("");
    post.hold("belgian-customs", order);
    String flight = consignmentOf(order);
    waits(flight, "WaitForBooking");
    patiently("the airline told all").until(() -> post.held("airline", "NFD/").size() == 1);
    post.holdNothing();
    post.hold("belgian-customs", order);
    backwards("airline", List.of("NFD/", "RCF/", "ARR/", "DEP/", "MAN/", "RCS/", "BKD/"));
    waits(order, "WaitForAcceptance");
    patiently("customs told all").until(() -> post.held("belgian-customs", "IE429").size() == 1);
    backwards("belgian-customs", List.of("IE429", "IE428"));

    ends(order, "DELIVERED");
    assertThat(path(flight)).containsOnlyOnce("consignment:Present");
    assertThat(timeline(order)).containsOnlyOnce("DEP", "ARR", "RCF", "RELEASED");
  }

  @Test
  void aParcelThatComesBackEndsAlikeThoughItsRefusalIsHeardLast() {
    post.hold("bpost");
    String order = placed("lot BPREFUSE");
    waits(order, "WaitForDelivery");
    patiently("the carrier told all").until(() -> post.held("bpost", "BTS_DELIVERED").size() == 1);
    backwards("bpost", List.of("BTS_DELIVERED", "RETURN_TO_SENDER", "B03", "L00", "T00"));

    decides(order, at("DecideReturn", "decision", "RETURN_TO_SELLER"));
    ends(order, "RETURNED");
    assertThat(path(order)).contains("last-mile:GoesBack").doesNotContain(ARRANGED);
  }

  @Test
  void whatTheCarrierSendsBackByItselfNeedsNobodyToArrangeItsDelivery() {
    String order = placed("lot BPABSENT");
    asks(order, "ArrangeDelivery");
    String barcode = view(order).at("/parcels/0/carrierNumber").asText();
    for (String code : List.of("RETURN_TO_SENDER", "BTS_DELIVERED")) {
      String event =
          "{\"itemCode\":\"%s\",\"stateCode\":\"%s\",\"time\":\"%s\",\"place\":\"LIEGE\"}"
              .formatted(barcode, code, clock.instant().atOffset(ZoneOffset.UTC));
      delivered(
          new Letter(
              "", "bpost", "tracking", "application/json", event.getBytes(StandardCharsets.UTF_8)));
    }

    decides(order, at("DecideReturn", "decision", "RETURN_TO_SELLER"));
    ends(order, "RETURNED");
    assertThat(path(order)).contains(ARRANGED, "last-mile:GoesBack");
  }

  @Test
  void aReleaseThatComesBeforeItsDeclarationIsKeptAndApplied() throws IOException {
    String order = releasedBeforeItIsDeclared("26BEABCDEF123456R3");
    assertThat(view(order).path("declarations")).isEmpty();

    isDeclaredAndTheReleaseApplied(order, Duration.ofMinutes(6));
  }

  @Test
  void whatBecameAnOrphanBecauseWeWereLateFindsItsOrderWithoutAPerson() throws IOException {
    String order = releasedBeforeItIsDeclared(Mrn.of(2026, "BE", "0RPHANED0001", 'R').value());
    clock.pass(Duration.ofMinutes(16));
    patiently("it is an orphan").until(() -> arrival(order + "H701").equals("UNMATCHED tried"));

    isDeclaredAndTheReleaseApplied(order, Duration.ofMinutes(1));
  }

  private String releasedBeforeItIsDeclared(String mrn) throws IOException {
    String order = placed(AnOrder.anOrder().with("/lines/0/description", "gift"));
    post.hold("belgian-customs", order);
    asks(order, "ReviewOrder");
    delivered(release(order + "H701", mrn));
    patiently("the release is tried").until(() -> arrival(order + "H701").equals("NEW tried"));
    return order;
  }

  /**
   * @param untilAskedAgain after which news that waits is looked at again
   */
  private void isDeclaredAndTheReleaseApplied(String order, Duration untilAskedAgain) {
    decides(order, at("ReviewOrder", "decision", "TRAVELS", "note", "It is a puzzle"));
    patiently("the declaration is sent")
        .until(() -> path(order).contains("import-be:WaitForAcceptance"));
    clock.pass(untilAskedAgain);

    ends(order, "DELIVERED");
    assertThat(arrival(order + "H701")).isEqualTo("APPLIED tried");
  }

  @Test
  void whatIsAboutNothingOfOursBecomesUnmatched() throws IOException {
    String lrn = "PR26XXXXXXXXH701";
    delivered(release(lrn));
    patiently("the release is tried").until(() -> arrival(lrn).equals("NEW tried"));

    clock.pass(Duration.ofMinutes(16));

    patiently("it is unmatched").until(() -> arrival(lrn).equals("UNMATCHED tried"));
  }

  /** The last first, each of them three times. */
  private void backwards(String partner, List<String> words) {
    for (String word : words) {
      for (Letter letter : post.take(partner, Set.of(word))) {
        for (int i = 0; i < 3; i++) {
          delivered(letter);
        }
      }
      isEverythingApplied();
    }
  }

  private void delivered(Letter letter) {
    String account = letter.partner() + ":" + PARTNER_PASSWORD;
    Answer answer =
        send(
            asNobody("/connect/" + letter.partner() + "/" + letter.operation())
                .header("Content-Type", letter.contentType())
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofByteArray(letter.body())));
    assertThat(answer.status() / 100).as(letter.operation() + " " + answer.text()).isEqualTo(2);
  }

  private void filed(Letter letter) throws IOException {
    Path in = settings.connectFolder(letter.partner()).resolve("in");
    Matcher kind = KIND.matcher(new String(letter.body(), StandardCharsets.UTF_8));
    assertThat(kind.find()).isTrue();
    String name = kind.group() + "_again-" + Ids.next() + ".xml";
    Files.write(in.resolve(name + ".part"), letter.body());
    Files.move(in.resolve(name + ".part"), in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    patiently(name + " is taken").until(() -> Files.notExists(in.resolve(name)));
  }

  private Letter release(String lrn) throws IOException {
    return release(lrn, "26BEABCDEF123456R3");
  }

  private Letter release(String lrn, String mrn) throws IOException {
    byte[] body =
        Files.readString(RELEASE)
            .replace("PR26112200A1H701", lrn)
            .replace("26BEABCDEF123456R3", mrn)
            .getBytes(StandardCharsets.UTF_8);
    return new Letter("", "belgian-customs", "notification", "application/xml", body);
  }

  private String arrival(String about) {
    return jdbc.sql(
            "SELECT CONCAT(state, IF(attempts > 0, ' tried', '')) FROM exchange_arrival WHERE about"
                + " = :about ORDER BY id LIMIT 1")
        .param("about", about)
        .query(String.class)
        .optional()
        .orElse("none");
  }

  private void isEverythingApplied() {
    patiently("everything is applied")
        .until(
            () ->
                jdbc.sql(
                            "SELECT COUNT(*) FROM exchange_arrival WHERE state = 'NEW' AND attempts"
                                + " = 0")
                        .query(Integer.class)
                        .single()
                    == 0);
  }
}

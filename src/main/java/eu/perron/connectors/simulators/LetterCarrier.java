package eu.perron.connectors.simulators;

import eu.perron.house.KeyedRows;
import eu.perron.house.PartnerPassword;
import eu.perron.house.PerronSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what is due in the letter box: to our doors over HTTP as the partner, or into the
 * partner's folder.
 */
@Component
@Profile("simulators")
class LetterCarrier {
  private static final Logger log = LoggerFactory.getLogger(LetterCarrier.class);
  private static final int BATCH = 100;
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** Between one try and the next: whoever was away is told soon after he is back. */
  private static final int LONGEST_PAUSE_SECONDS = 15;

  private static final KeyedRows TAKEN =
      KeyedRows.update(
          "simulator_letter",
          "id",
          "due_at = ? + INTERVAL LEAST("
              + LONGEST_PAUSE_SECONDS
              + ", 2 << LEAST(attempts, 8)) SECOND, attempts = attempts + 1");
  private static final KeyedRows DELIVERED = KeyedRows.delete("simulator_letter", "id");

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final ExecutorService feet =
      Executors.newFixedThreadPool(
          8,
          task -> {
            Thread thread = new Thread(task, "letter-carrier");
            thread.setDaemon(true);
            return thread;
          });
  private final JdbcTemplate jdbc;
  private final PerronSettings settings;
  private final PartnerPassword password;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final String door;

  LetterCarrier(
      JdbcTemplate jdbc,
      PerronSettings settings,
      PartnerPassword password,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${perron.simulators.door}") String door) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.password = password;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.door = door;
  }

  private record Letter(
      String id, String target, String partner, String name, String contentType, byte[] body) {}

  @Scheduled(fixedDelay = 100)
  void walk() throws InterruptedException {
    List<Letter> due;
    do {
      due = transaction.execute(running -> take());
      List<Callable<Boolean>> ways = new ArrayList<>();
      for (Letter letter : due) {
        ways.add(() -> deliver(letter));
      }
      List<String> delivered = new ArrayList<>();
      List<Future<Boolean>> results = feet.invokeAll(ways);
      for (int i = 0; i < due.size(); i++) {
        if (succeeded(results.get(i))) {
          delivered.add(due.get(i).id());
        }
      }
      DELIVERED.write(jdbc, delivered);
    } while (due.size() == BATCH);
  }

  private static boolean succeeded(Future<Boolean> way) throws InterruptedException {
    try {
      return way.get();
    } catch (ExecutionException failure) {
      log.warn("A letter could not be delivered", failure.getCause());
      return false;
    }
  }

  /**
   * Taken letters are due again later, so that one that fails, or whose carrier dies, goes again.
   */
  private List<Letter> take() {
    Timestamp now = Timestamp.from(clock.instant());
    List<Letter> letters =
        jdbc.query(
            "SELECT id, target, partner, name, content_type, body "
                + "FROM simulator_letter WHERE due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED",
            (row, number) ->
                new Letter(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBytes(6)),
            now,
            BATCH);
    TAKEN.write(jdbc, letters.stream().map(Letter::id).toList(), now);
    return letters;
  }

  private boolean deliver(Letter letter) {
    try {
      return letter.target().equals("DOOR") ? post(letter) : lay(letter);
    } catch (IOException failure) {
      log.info("{} could not deliver {}: {}", letter.partner(), letter.name(), failure.toString());
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean post(Letter letter) throws IOException, InterruptedException {
    String account = letter.partner() + ":" + password.value();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(door + "/connect/" + letter.partner() + "/" + letter.name()))
                .timeout(DEADLINE)
                .header("Content-Type", letter.contentType())
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      log.info(
          "{} {} was answered {}: {}",
          letter.partner(),
          letter.name(),
          answer.statusCode(),
          answer.body());
    }
    return answer.statusCode() / 100 == 2;
  }

  private boolean lay(Letter letter) throws IOException {
    Path folder = Files.createDirectories(settings.connectFolder(letter.partner()).resolve("in"));
    Path part = folder.resolve("." + letter.name() + ".part");
    Files.write(part, letter.body());
    Files.move(part, folder.resolve(letter.name()), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  @PreDestroy
  void stop() {
    feet.shutdownNow();
  }
}

package eu.perron.chaos;

import eu.perron.chaos.BadInput.Caller;
import eu.perron.chaos.BadInput.Door;
import eu.perron.chaos.BadInput.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Sends bad input to a running node and writes down how it was answered. */
public final class BadInputAtDoors {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 8;

  /** What a partner's door reads at most. */
  private static final int LARGEST = 4 * 1024 * 1024;

  private final String node;
  private final Path dataFolder;
  private final String partnerPassword;
  private final String apiKey;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(DEADLINE).build();

  /**
   * @param node such as {@code http://localhost:8080}
   * @param dataFolder the node's, for the doors that are folders
   */
  public BadInputAtDoors(String node, Path dataFolder, String partnerPassword, String apiKey) {
    this.node = node;
    this.dataFolder = dataFolder;
    this.partnerPassword = partnerPassword;
    this.apiKey = apiKey;
  }

  /**
   * @param status 0 if there was no answer within the deadline; for a file, 0 as well: it is
   *     answered by where it goes
   */
  public record Answer(Message message, int status, long millis, String text) {
    public boolean isOurFault() {
      return status >= 500;
    }

    /** Under which key the door keeps it if nobody could read it. */
    public String keyIfRefused() {
      byte[] read = Arrays.copyOf(message.body(), Math.min(message.body().length, LARGEST + 1));
      try {
        return "unreadable-"
            + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    public boolean isMissing() {
      return status == 0 && message.door().caller() != Caller.FOLDER;
    }
  }

  /**
   * @param worst those that were not as they should be: 5xx or none
   * @param refused keys of those a partner's door refused: each must be kept
   */
  public record Tally(
      Door door,
      int sent,
      long millis,
      Map<Integer, Integer> byStatus,
      long slowestMillis,
      List<Answer> worst,
      Set<String> refused) {
    @Override
    public String toString() {
      return "%-40s %6d in %4d s, slowest %5d ms  %s%s"
          .formatted(
              door.name(),
              sent,
              millis / 1000,
              slowestMillis,
              byStatus,
              worst.isEmpty() ? "" : "  BAD: " + worst.size());
    }
  }

  public Tally fire(BadInput input, Door door, int count) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    Semaphore waiting = new Semaphore(AT_ONCE * 4);
    Map<Integer, Integer> byStatus = new TreeMap<>();
    List<Answer> worst = new ArrayList<>();
    Set<String> refused = new TreeSet<>();
    long[] slowest = {0};
    long from = System.nanoTime();
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        int each = number;
        waiting.acquire();
        Callable<Void> call =
            () -> {
              try {
                Answer answer = send(input.message(door, each));
                synchronized (worst) {
                  byStatus.merge(answer.status(), 1, Integer::sum);
                  slowest[0] = Math.max(slowest[0], answer.millis());
                  if (answer.isOurFault() || answer.isMissing()) {
                    worst.add(answer);
                  }
                  if (door.isPartners() && (answer.status() == 400 || answer.status() == 413)) {
                    refused.add(answer.keyIfRefused());
                  }
                }
              } finally {
                waiting.release();
              }
              return null;
            };
        sent.add(threads.submit(call));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } finally {
      threads.shutdownNow();
    }
    return new Tally(door, count, millis(from), byStatus, slowest[0], worst, refused);
  }

  public Answer send(Message message) throws IOException, InterruptedException {
    long from = System.nanoTime();
    if (message.door().caller() == Caller.FOLDER) {
      lay(message);
      return new Answer(message, 0, 0, "");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node + message.path()))
            .timeout(DEADLINE)
            .method(message.door().method(), BodyPublishers.ofByteArray(message.body()));
    if (message.contentType() != null) {
      request.header("Content-Type", message.contentType());
    }
    switch (message.door().caller()) {
      case PARTNER ->
          request.header("Authorization", basic(message.door().partner(), partnerPassword));
      case SELLER -> request.header("Authorization", "Bearer " + apiKey);
      default -> {}
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(message, answer.statusCode(), millis(from), answer.body());
    } catch (IOException none) {
      return new Answer(message, 0, millis(from), none.toString());
    }
  }

  /** As the partner's client does: written under another name, then renamed. */
  private void lay(Message message) throws IOException {
    Path folder = dataFolder.resolve("connect").resolve(message.door().partner()).resolve("in");
    Files.createDirectories(folder);
    Path part = Files.write(folder.resolve(message.path() + ".part"), message.body());
    Files.move(part, folder.resolve(message.path()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private static long millis(long from) {
    return (System.nanoTime() - from) / 1_000_000;
  }

  /**
   * {@code node dataFolder partnerPassword apiKey seed count [part of the door's name]}. The keys
   * of what was refused are written to {@code target/bad-input-refused.txt}.
   */
  public static void main(String[] given) throws Exception {
    BadInput input = BadInput.of(Path.of(""), Long.parseLong(given[4]));
    var doors = new BadInputAtDoors(given[0], Path.of(given[1]), given[2], given[3]);
    int bad = 0;
    Set<String> refused = new TreeSet<>();
    for (Door door : input.doors()) {
      if (given.length < 7 || door.name().contains(given[6])) {
        Tally tally = doors.fire(input, door, Integer.parseInt(given[5]));
        System.out.println(tally);
        tally.worst().stream()
            .limit(5)
            .forEach(
                answer ->
                    System.out.printf(
                        "    %d %s %s %.300s%n",
                        answer.status(),
                        answer.message().number(),
                        answer.message().how(),
                        answer.text()));
        bad += tally.worst().size();
        refused.addAll(tally.refused());
      }
    }
    Files.write(
        Files.createDirectories(Path.of("target")).resolve("bad-input-refused.txt"), refused);
    System.out.println(bad == 0 ? "All answered." : bad + " not answered as they should be.");
    System.exit(bad == 0 ? 0 : 1);
  }
}

package eu.perron.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process of the packaged program: a node of ours, or the simulated partners. */
public final class Node {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String name;
  private final int port;
  private final Program program;
  private final Path folder;
  private final Map<String, String> environment;
  private Process process;

  /**
   * @param folder where it runs and writes its log
   */
  public Node(
      String name, int port, Program program, Path folder, Map<String, String> environment) {
    this.name = name;
    this.port = port;
    this.program = program;
    this.folder = folder;
    this.environment = environment;
  }

  public void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    process = Children.keep(builder.start());
  }

  public void awaitReady() throws InterruptedException {
    Await.until(
        Duration.ofSeconds(180),
        name + " is ready; see " + log(),
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended");
          }
          return isReady();
        });
  }

  boolean isReady() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException down) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Does not wait for it. */
  void askToStop() {
    if (isAlive()) {
      process.destroy();
    }
  }

  public void stop() throws InterruptedException {
    if (isAlive()) {
      process.destroy();
      if (!process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)) {
        throw new Broken(name + " does not stop on SIGTERM");
      }
    }
  }

  public void freeze() throws InterruptedException {
    Children.signal(process, "STOP");
  }

  public void thaw() throws InterruptedException {
    Children.signal(process, "CONT");
  }

  int threads() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("Threads:"))
        .mapToInt(line -> Integer.parseInt(line.substring("Threads:".length()).strip()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * @return what lives in the heap after a full collection, in every generation, in MiB
   */
  public long liveHeap() throws IOException, InterruptedException {
    List<String> classes = jcmd("GC.class_histogram");
    String[] total = classes.get(classes.size() - 1).strip().split("\\s+");
    if (!total[0].equals("Total")) {
      throw new Broken("jcmd tells no heap of " + name);
    }
    return Long.parseLong(total[2]) >> 20;
  }

  private List<String> jcmd(String verb) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                verb)
            .redirectErrorStream(true)
            .start();
    List<String> lines = new String(jcmd.getInputStream().readAllBytes()).lines().toList();
    jcmd.waitFor();
    return lines;
  }

  public long pid() {
    return process.pid();
  }

  Path log() {
    return folder.resolve(name + ".log").toAbsolutePath();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  String name() {
    return name;
  }
}

package eu.perron.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything an experiment plays with: two database servers (ours, and the partners'), the
 * simulated partners in a process that is never killed, the lines to them, the door, and as many
 * nodes as wanted.
 */
final class Stage {
  static final String API_KEY = "pk_chaos_0123456789abcdef";
  static final String PASSWORD = "chaos";

  /** Those reached by HTTP; China customs works by files. */
  static final List<String> PARTNERS = List.of("airline", "belgian-customs", "bpost", "ics2");

  /** A flight every second: at 0 it would wait for orders to stop coming, and they do not. */
  private static final String FLIGHTS_LEAVE = "0.05";

  /**
   * Of a job of the engine; after an ordinary minute each kill and each sleep would wait for it.
   */
  static final Duration JOB_LOCK = Duration.ofSeconds(10);

  /** Of a call. */
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /** Of a message: when its node died meanwhile, another sends it again. */
  static final Duration LEASE = DEADLINE.plusSeconds(15);

  private final Path folder;
  private final Program program;
  private final Database database;
  private final Database partnersDatabase;
  private final List<Map<String, Line>> lines = new ArrayList<>();
  private final FileLine china;
  private final Door door;
  private final Node partners;
  private final List<Node> nodes = new ArrayList<>();
  private Map<String, String> settingsOfNodes = Map.of();
  private int started;

  private Stage(Path folder, Path jar) throws IOException, InterruptedException {
    this.folder = folder;
    this.program = Program.unpacked(jar, folder);
    this.database = Database.fresh("perron", folder.resolve("database"));
    this.partnersDatabase = Database.fresh("partners", folder.resolve("partners-database"));
    copy(Path.of("processes"), folder.resolve("processes"));
    Path theirs = folder.resolve("partners");
    Files.createDirectories(theirs);
    Files.createDirectories(data().resolve("keys"));
    Files.createSymbolicLink(theirs.resolve("keys"), data().resolve("keys").toAbsolutePath());
    this.china =
        new FileLine(
            data().resolve("connect/china-customs"), theirs.resolve("connect/china-customs"));
    this.door = new Door();
    this.partners = new Node("partners", Ports.free(), program, folder, partnersSettings(theirs));
    // Beside the first node: both migrate, each on a processor of its own.
    partners.start();
    program.learnFrom(folder, nodeSettings(0));
  }

  static Stage set(Path folder, Path jar) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    return new Stage(folder.toAbsolutePath(), jar);
  }

  private Map<String, String> partnersSettings(Path theirs) {
    Map<String, String> settings = common(partnersDatabase);
    settings.put("PERRON_ROLE", "simulators");
    settings.put("PERRON_DATA_DIR", theirs.toString());
    settings.put("PERRON_SIMULATORS_DOOR", door.url());
    return settings;
  }

  /** A line of its own from each node to each partner, so that we see who calls. */
  private Map<String, Line> linesOf(int node) throws IOException {
    while (lines.size() <= node) {
      Map<String, Line> own = new TreeMap<>();
      for (String partner : PARTNERS) {
        own.put(partner, new Line(partner, partners.url() + "/simulators/" + partner));
      }
      lines.add(own);
    }
    return lines.get(node);
  }

  private Map<String, String> nodeSettings(int node) throws IOException {
    Map<String, String> settings = common(database);
    settings.put("PERRON_DATA_DIR", data().toString());
    settings.put("PERRON_DEMO_ACCOUNTS", "true");
    settings.put("PERRON_DEMO_API_KEY", API_KEY);
    settings.put("PERRON_DEMO_PASSWORD", PASSWORD);
    settings.put("PERRON_DEMO_PACE", FLIGHTS_LEAVE);
    settings.put("PERRON_SIMULATORS", "false");
    settings.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", Long.toString(JOB_LOCK.toMillis()));
    settings.put("PERRON_CHINA_CUSTOMS_DEADLINE", DEADLINE.toString());
    linesOf(node)
        .forEach(
            (partner, line) -> {
              String name = partner.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
              settings.put("PERRON_" + name + "_URL", line.url());
              settings.put("PERRON_" + name + "_DEADLINE", DEADLINE.toString());
            });
    return settings;
  }

  private Map<String, String> common(Database own) {
    Map<String, String> settings = new HashMap<>(Program.SHORT_LIVED);
    settings.put("PERRON_DATABASE_URL", own.url());
    settings.put("PERRON_DATABASE_USER", own.user());
    settings.put("PERRON_DATABASE_PASSWORD", own.password());
    settings.put("PERRON_PARTNER_PASSWORD", PASSWORD);
    settings.put("PERRON_DEMO_PACE", "0");
    settings.put("PERRON_PROCESSES_DIR", processes().toString());
    settings.put("PERRON_CONNECTORS_DIR", Path.of("connectors").toAbsolutePath().toString());
    return settings;
  }

  /** As many nodes as wanted, with the usual settings. */
  List<Node> withNodes(int many) throws IOException, InterruptedException {
    return withNodes(many, Map.of());
  }

  /**
   * Those there are, as far as they are as wanted; others end, and what is missing starts.
   *
   * @param settings environment variables beside the usual ones
   */
  List<Node> withNodes(int many, Map<String, String> settings)
      throws IOException, InterruptedException {
    boolean fit = settingsOfNodes.equals(settings) && nodes.stream().allMatch(Node::isReady);
    stopBeyond(fit ? many : 0);
    settingsOfNodes = settings;
    startUpTo(many);
    for (Node node : nodes) {
      node.awaitReady();
    }
    partners.awaitReady();
    door.leadsTo(nodes);
    return List.copyOf(nodes);
  }

  private void startUpTo(int many) throws IOException {
    while (nodes.size() < many) {
      Map<String, String> settings = nodeSettings(nodes.size());
      settings.putAll(settingsOfNodes);
      Node node = new Node("node-" + ++started, Ports.free(), program, folder, settings);
      nodes.add(node);
      node.start();
    }
  }

  private void stopBeyond(int many) throws InterruptedException {
    List<Node> surplus = nodes.subList(Math.min(many, nodes.size()), nodes.size());
    surplus.forEach(Node::askToStop);
    for (Node node : surplus) {
      node.stop();
    }
    surplus.clear();
  }

  /** Nobody looks at them any more. */
  void clearAway() throws InterruptedException {
    for (Node node : nodes) {
      node.kill();
    }
    partners.kill();
    database.kill();
    partnersDatabase.kill();
  }

  /** All lines as they should be, all partners well. */
  void calm() {
    for (String partner : PARTNERS) {
      falls(partner, Line.Illness.NONE);
    }
    lines.forEach(own -> own.values().forEach(line -> line.interrupt(() -> {})));
    china.stops(false);
    china.spoils(false);
    china.confuse(null);
    door.confuse(null);
  }

  /** Makes a partner that is reached by HTTP ill, or well again, for every node. */
  void falls(String partner, Line.Illness illness) {
    lines.forEach(own -> own.get(partner).falls(illness));
  }

  /** The lines of one node, counted from 0. */
  Map<String, Line> lines(int node) {
    return lines.get(node);
  }

  FileLine china() {
    return china;
  }

  Door door() {
    return door;
  }

  Database database() {
    return database;
  }

  Node partners() {
    return partners;
  }

  Truth truth() {
    return new Truth(database);
  }

  Books books() {
    return new Books(partnersDatabase);
  }

  /** The folder whose models the nodes run; a copy. */
  Path processes() {
    return folder.resolve("processes");
  }

  Path data() {
    return folder.resolve("data");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}

package eu.perron.bench;

import eu.perron.chaos.Database;
import eu.perron.chaos.Node;
import eu.perron.chaos.Ports;
import eu.perron.chaos.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every part is measured on: our database server and the partners', the simulated partners in
 * a process of their own, and our nodes.
 */
final class Ground {
  static final String API_KEY = "pk_bench_0123456789abcdef";
  static final String PASSWORD = "bench";

  /** As in {@code docker-compose.yml}; durability is the server's default, said all the same. */
  static final List<String> SERVER =
      List.of(
          "--innodb-flush-log-at-trx-commit=1",
          "--transaction-isolation=READ-COMMITTED",
          "--innodb-buffer-pool-size=1G",
          "--max-allowed-packet=64M");

  /**
   * As in {@code deploy/Dockerfile}, but the heap is given: a share of memory differs by machine.
   */
  static final List<String> MACHINE = List.of("-Xmx1g");

  /** They are not what is measured: compiled fast rather than well, so that they are soon warm. */
  static final List<String> PARTNERS_MACHINE =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=160m", "-Xmx700m");

  static final String AT_ONCE = "0";

  /** What they would tell by and by, they never do. */
  static final String SILENT = "100000";

  private static final List<String> PARTNERS =
      List.of("AIRLINE", "BELGIAN_CUSTOMS", "BPOST", "CHINA_CUSTOMS", "ICS2");

  private final Path folder;
  private final Path jar;
  private final Database database;
  private final Database partnersDatabase;
  private final List<Node> nodes = new ArrayList<>();
  private Node partners;
  private final int partnersPort = Ports.free();
  private final int firstPort = Ports.free();
  private String pace;
  private int started;
  private double secondsToReady;

  private Ground(Path folder, Path jar) throws IOException, InterruptedException {
    this.folder = folder;
    this.jar = jar;
    String[] server = SERVER.toArray(String[]::new);
    this.database = Database.fresh("perron", folder.resolve("database"), server);
    this.partnersDatabase = Database.fresh("partners", folder.resolve("partners-database"), server);
  }

  static Ground lay(Path folder, Path jar) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    return new Ground(folder.toAbsolutePath(), jar);
  }

  /** The one node most parts want: the one that runs, or a new one with nothing special. */
  Node node() throws IOException, InterruptedException {
    return nodes.size() == 1 ? nodes.get(0) : withNodes(1, Map.of(), List.of()).get(0);
  }

  /**
   * Ends the nodes there are and starts as many new ones.
   *
   * @param settings environment variables beside the usual ones
   * @param machine options of the virtual machine beside the usual ones
   */
  List<Node> withNodes(int many, Map<String, String> settings, List<String> machine)
      throws IOException, InterruptedException {
    endNodes();
    Map<String, String> all = common(database);
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      ports.add(i == 0 ? firstPort : Ports.free());
    }
    if (!AT_ONCE.equals(pace)) {
      startPartners(AT_ONCE);
    }
    all.put("PERRON_DEMO_ACCOUNTS", "true");
    all.put("PERRON_DEMO_API_KEY", API_KEY);
    all.put("PERRON_DEMO_PASSWORD", PASSWORD);
    all.put("PERRON_SIMULATORS", "false");
    all.put("PERRON_SIMULATORS_URL", partners.url() + "/simulators");
    PARTNERS.forEach(partner -> all.put("PERRON_" + partner + "_CALLS_PER_SECOND", "100000"));
    all.putAll(settings);
    List<String> options = new ArrayList<>(MACHINE);
    options.addAll(machine);
    for (int port : ports) {
      Node node = new Node("node-" + ++started, port, Program.packaged(jar, options), folder, all);
      long began = System.nanoTime();
      node.start();
      nodes.add(node);
      node.awaitReady();
      secondsToReady = (System.nanoTime() - began) / 1e9;
    }
    return List.copyOf(nodes);
  }

  /**
   * Starts the partners anew.
   *
   * @param wanted their pace: {@link #AT_ONCE} or {@link #SILENT}
   */
  void startPartners(String wanted) throws IOException, InterruptedException {
    if (partners != null) {
      partners.stop();
    }
    partners = partners("partners", partnersPort, wanted, Map.of());
    pace = wanted;
  }

  /**
   * More partners, who take what they are sent and tell nothing by and by. Whoever asks ends them.
   */
  Node silentPartners() throws IOException, InterruptedException {
    return partners(
        "silent-partners",
        Ports.free(),
        SILENT,
        Map.of(
            "PERRON_DATABASE_URL",
            partnersDatabase.url("silent_partners"),
            "PERRON_DATA_DIR",
            folder.resolve("silent-data").toString()));
  }

  /**
   * @param settings environment variables beside the usual ones
   */
  private Node partners(String name, int port, String wanted, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> theirs = common(partnersDatabase);
    theirs.put("PERRON_ROLE", "simulators");
    theirs.put("PERRON_SIMULATORS_DOOR", "http://127.0.0.1:" + firstPort);
    theirs.put("PERRON_DEMO_PACE", wanted);
    theirs.putAll(settings);
    Node node = new Node(name, port, Program.packaged(jar, PARTNERS_MACHINE), folder, theirs);
    node.start();
    node.awaitReady();
    return node;
  }

  private Map<String, String> common(Database own) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PERRON_DATABASE_URL", own.url());
    settings.put("PERRON_DATABASE_USER", own.user());
    settings.put("PERRON_DATABASE_PASSWORD", own.password());
    settings.put("PERRON_DATA_DIR", folder.resolve("data").toString());
    settings.put("PERRON_PARTNER_PASSWORD", PASSWORD);
    settings.put("PERRON_DEMO_PACE", AT_ONCE);
    settings.put("PERRON_PROCESSES_DIR", processes().toString());
    settings.put("PERRON_CONNECTORS_DIR", Path.of("connectors").toAbsolutePath().toString());
    return settings;
  }

  /** Starts our database server anew; its nodes have to be started again. */
  void restartDatabase(String... settings) throws IOException, InterruptedException {
    endNodes();
    database.stop();
    database.start(settings);
  }

  /** The next part that wants a node gets one with nothing special. */
  void endNodes() throws InterruptedException {
    for (Node node : nodes) {
      node.stop();
    }
    nodes.clear();
  }

  void clearAway() throws InterruptedException {
    endNodes();
    if (partners != null) {
      partners.stop();
    }
    database.kill();
    partnersDatabase.kill();
  }

  /** Nodes and partners stand still, so that something else has the machine for itself. */
  void freeze() throws InterruptedException {
    for (Node node : nodes) {
      node.freeze();
    }
    partners.freeze();
  }

  void thaw() throws InterruptedException {
    partners.thaw();
    for (Node node : nodes) {
      node.thaw();
    }
  }

  /** Waits until the database has written back what it was given, a quarter minute at most. */
  void settle() throws IOException, InterruptedException {
    for (int second = 0; second < 15; second++) {
      double before = Load.seconds(database.pid());
      Thread.sleep(1000);
      if (Load.seconds(database.pid()) - before < 0.1) {
        return;
      }
    }
  }

  /** Everything that works when orders go their way; beside it, this program works for shops. */
  Map<String, Long> processIds() {
    Map<String, Long> ids = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      ids.put(nodes.size() == 1 ? "node" : "node " + (i + 1), nodes.get(i).pid());
    }
    ids.put("database", database.pid());
    ids.put("partners", partners.pid());
    ids.put("partners' database", partnersDatabase.pid());
    ids.put("shops", ProcessHandle.current().pid());
    return ids;
  }

  /** Of the node that was started last. */
  double secondsToReady() {
    return secondsToReady;
  }

  Database database() {
    return database;
  }

  Ledger ledger() {
    return new Ledger(database);
  }

  Path processes() {
    return Path.of("processes").toAbsolutePath();
  }

  Path folder() {
    return folder;
  }
}

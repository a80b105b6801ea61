package eu.perron.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program and the virtual machine that runs it. */
public final class Program {
  /** The sizes spare a start four full collections and a dozen small ones. */
  private static final List<String> LIKE_A_SMALL_NODE =
      List.of(
          "-XX:MetaspaceSize=200m",
          "-Xmn256m",
          "-XX:ReservedCodeCacheSize=160m",
          "-XX:+UseSerialGC",
          "-Xmx700m");

  /** Where the virtual machine takes further options from. */
  private static final String MORE_OPTIONS = "JAVA_TOOL_OPTIONS";

  /** What lives for seconds is compiled by C1 alone. */
  static final Map<String, String> SHORT_LIVED = Map.of(MORE_OPTIONS, "-XX:TieredStopAtLevel=1");

  /** What works for minutes is compiled as users' nodes are: sealing alone is then far cheaper. */
  static final Map<String, String> LONG_LIVED = Map.of(MORE_OPTIONS, "");

  private final Path jar;
  private final List<String> machine;
  private final Path classes;

  private Program(Path jar, List<String> machine, Path classes) {
    this.jar = jar;
    this.machine = machine;
    this.classes = classes;
  }

  /**
   * @param machine options of the virtual machine
   */
  public static Program packaged(Path jar, List<String> machine) {
    return new Program(jar.toAbsolutePath(), machine, null);
  }

  /**
   * Unpacked as its own tools do it, with an archive of its loaded classes beside it: a node that
   * is killed two hundred times shall not read them two hundred times.
   */
  static Program unpacked(Path jar, Path folder) throws IOException, InterruptedException {
    Path into = folder.resolve("program");
    Process tools =
        new ProcessBuilder(
                java(),
                "-Djarmode=tools",
                "-jar",
                jar.toAbsolutePath().toString(),
                "extract",
                "--destination",
                into.toString())
            .inheritIO()
            .start();
    if (tools.waitFor() != 0) {
      throw new Broken("The tools of " + jar + " do not unpack it into " + into);
    }
    return new Program(
        into.resolve(jar.getFileName()), LIKE_A_SMALL_NODE, folder.resolve("classes.jsa"));
  }

  /** Starts one node, lets it get ready and stops it: what it has loaded becomes the archive. */
  void learnFrom(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Node first = new Node("first", Ports.free(), leavingItsClasses(), folder, environment);
    first.start();
    first.awaitReady();
    first.stop();
    if (Files.notExists(classes)) {
      throw new Broken("The first node left no archive of its classes at " + classes);
    }
  }

  private Program leavingItsClasses() {
    List<String> options = new ArrayList<>(machine);
    options.add("-XX:ArchiveClassesAtExit=" + classes);
    return new Program(jar, options, null);
  }

  List<String> command() {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(machine);
    if (classes != null && Files.exists(classes)) {
      command.add("-XX:SharedArchiveFile=" + classes);
    }
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

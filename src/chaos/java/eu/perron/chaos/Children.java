package eu.perron.chaos;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Processes we started; none outlives this program. */
public final class Children {
  private static final Set<Process> ALL = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> ALL.forEach(Process::destroyForcibly), "end-children"));
  }

  private Children() {}

  public static Process keep(Process child) {
    ALL.add(child);
    child.onExit().thenAccept(ALL::remove);
    return child;
  }

  /** Sends a signal such as STOP and CONT, which Java has no verb for. */
  static void signal(Process child, String signal) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid())).start().waitFor();
    } catch (java.io.IOException missing) {
      throw new IllegalStateException("No kill command here", missing);
    }
  }
}

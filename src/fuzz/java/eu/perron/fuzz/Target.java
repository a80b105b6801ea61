package eu.perron.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Where Jazzer comes in; it finds these two methods by their names. */
public final class Target {
  private static Parser parser;

  private Target() {}

  public static void fuzzerInitialize(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    parser = EveryParser.named(arguments[0]);
    // Schemas and tables are read once; that is not the first input's fault.
    for (int times = 0; times < 3; times++) {
      parser.read(new byte[0]);
      EveryParser.inputs(parser).stream().map(Inputs::bytes).forEach(Target::warm);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) {
    Bounds.INSTRUMENTED.read(parser, input);
  }

  private static void warm(byte[] sample) {
    try {
      parser.read(sample);
    } catch (Finding known) {
      // Jazzer meets it again in a moment and says so
    }
  }
}

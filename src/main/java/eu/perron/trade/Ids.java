package eu.perron.trade;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Row ids made here, in the order of time, so that new rows land at the end of each index. */
public final class Ids {
  private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  public static String next() {
    return GENERATOR.generate().toString();
  }
}

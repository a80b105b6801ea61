package eu.perron.flow;

import eu.perron.trade.Ids;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/** The engine's ids, made like all of ours. */
final class TimeOrderedIds implements IdGenerator {
  @Override
  public String getNextId() {
    return Ids.next();
  }
}

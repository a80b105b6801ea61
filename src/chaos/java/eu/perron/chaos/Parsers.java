package eu.perron.chaos;

import java.util.ArrayList;
import java.util.List;

/** Promise 10 without doors: malformed messages at each parser alone. */
final class Parsers implements Experiment {
  @Override
  public String name() {
    return "parsers";
  }

  @Override
  public String promise() {
    return "Bad input is read or refused by name, in time and measure";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public void run(Stage none, Scale scale, Findings findings) throws Exception {
    int many = scale.of(BadInputs.MESSAGES);
    List<BadInputAtParsers.Tally> tallies = BadInputAtParsers.feedAll(scale.seed(), many);
    List<String> stumbled = new ArrayList<>();
    long slowest = 0;
    for (BadInputAtParsers.Tally tally : tallies) {
      tally.findings().forEach((how, what) -> stumbled.add(tally.parser() + " " + what));
      slowest = Math.max(slowest, tally.slowestMillis());
    }
    findings.did(many + " malformed messages at each of " + tallies.size() + " parsers");
    findings.mustBeNone("parsers that stumbled", stumbled);
    findings.figure("slowest, ms", slowest);
  }
}

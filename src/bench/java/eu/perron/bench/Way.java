package eu.perron.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way a delivered order went, as the journal tells it.
 *
 * @param waits for somebody outside
 * @param steps of ours, decisions among them
 * @param transactions that moved it
 */
record Way(List<String> waits, List<String> steps, int transactions) {
  private static final Pattern ELEMENT =
      Pattern.compile("<bpmn:(receiveTask|serviceTask|businessRuleTask)\\s[^>]*?id=\"([^\"]+)\"");

  static Way ofLastDelivered(Ledger ledger, Path processes) throws IOException, SQLException {
    List<List<String>> paths =
        ledger.rows(
            "SELECT path FROM flow_journal WHERE business_key = (SELECT MAX(number) FROM orders "
                + "WHERE stage = 'CLOSED' AND status = 'DELIVERED') ORDER BY at, id");
    List<String> waits = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    for (List<String> path : paths) {
      for (String passed : path.get(0).split(" ")) {
        String[] place = passed.split(":");
        switch (kind(processes.resolve(place[0] + ".bpmn"), place[1])) {
          case "receiveTask" -> waits.add(passed);
          case "serviceTask", "businessRuleTask" -> steps.add(passed);
          default -> {}
        }
      }
    }
    return new Way(
        waits.stream().distinct().toList(), steps.stream().distinct().toList(), paths.size());
  }

  private static String kind(Path model, String element) throws IOException {
    Matcher elements = ELEMENT.matcher(Files.readString(model));
    return elements
        .results()
        .filter(found -> found.group(2).equals(element))
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }

  String told() {
    return "%d waits (%s), %d steps, %d transactions of the flow"
        .formatted(
            waits.size(),
            String.join(", ", waits.stream().map(w -> Arrays.asList(w.split(":")).get(1)).toList()),
            steps.size(),
            transactions);
  }
}

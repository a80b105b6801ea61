package eu.perron.duties;

import java.time.LocalDate;
import java.util.Map;

/** The decision tables in {@code processes/}; the flow introduces the engine that reads them. */
public interface Decisions {
  Decided decide(String table, Map<String, Object> facts);

  /**
   * @param version of the table in force
   * @param answer the outputs of the row that fits, by name
   */
  record Decided(String table, int version, Map<String, Object> answer) {
    public String get(String output) {
      Object value = answer.get(output);
      if (value == null) {
        throw new NoLaw(
            "/acceptedOn",
            "no-law",
            "processes/%s.dmn says no %s in the row that fits: fill the cell."
                .formatted(table, output));
      }
      return value.toString();
    }

    public boolean isHeld(String output) {
      return get(output).equals("HOLD");
    }

    public LandedCost.Rule rule(String decides) {
      return new LandedCost.Rule(
          table + ": " + get("rule"),
          version,
          LocalDate.parse(get("validFrom")),
          get("source"),
          get("mark"),
          decides);
    }
  }
}

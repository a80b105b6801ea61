package eu.perron.flow;

import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import java.util.List;
import java.util.Map;

public final class ModelParsers {
  private ModelParsers() {}

  public static List<Parser> all() {
    return List.of(
        model("bpmn", ProcessFile.class, Xml.class).from("processes/*.bpmn"),
        model("dmn", DecisionFile.class).from("processes/*.dmn"),
        model("form", FormFile.class).from("processes/*.form"));
  }

  private static Parser model(String ending, Class<?> file, Class<?>... more) {
    Class<?>[] covers = java.util.Arrays.copyOf(more, more.length + 2);
    covers[more.length] = file;
    covers[more.length + 1] = ModelCheck.class;
    return Parser.named("model-" + ending, bytes -> check("model." + ending, bytes), covers);
  }

  private static void check(String name, byte[] bytes) {
    for (ModelCheck.Refusal refusal : Check.OF_THIS_HOUSE.check(Map.of(name, bytes))) {
      if (refusal.reason().isBlank() || refusal.reason().length() > 4000) {
        throw Finding.of("a refusal that nobody can read: " + refusal);
      }
    }
  }

  /** Made when it is first wanted: it looks through the whole room of the flow. */
  private static final class Check {
    static final ModelCheck OF_THIS_HOUSE = new ModelCheck();
  }
}

package eu.perron.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Reads models as a careful colleague would before they are deployed: are they well formed, do they
 * keep to what a model may do here, does every name in them mean something, can their reader follow
 * them? It changes nothing and asks nobody; what it needs to know of the code is handed to it.
 */
@Component
public final class ModelCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 300;
  private final Known known;

  ModelCheck() {
    this(Known.ofThisHouse());
  }

  ModelCheck(Known known) {
    this.known = known;
  }

  /**
   * Why a file must not be deployed.
   *
   * @param element id of the element, or of the nearest one around it; empty when the whole file is
   *     meant
   * @param reason what is wrong, and how to mend it
   */
  public record Refusal(String file, String element, String reason) {
    private static final int LONGEST_ELEMENT = 120;
    private static final int LONGEST_REASON = 1000;

    /** What is quoted from a file may be as long as the file; a person reads a few lines. */
    public Refusal {
      element = shortened(element, LONGEST_ELEMENT);
      reason = shortened(reason, LONGEST_REASON);
    }

    private static String shortened(String text, int longest) {
      if (text == null || text.length() <= longest) {
        return text;
      }
      int half = longest / 2 - 1;
      return text.substring(0, half) + " … " + text.substring(text.length() - half);
    }
  }

  /** Looks at the models that lie in the folder itself, not below it. */
  public List<Refusal> check(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path file : inside.filter(Files::isRegularFile).filter(ModelCheck::isModel).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The models in " + folder + " cannot be read", unreadable);
    }
    return check(files);
  }

  /**
   * Looks at the files together, since they name each other; an empty answer means that all may be
   * deployed.
   */
  public List<Refusal> check(Map<String, byte[]> files) {
    List<Refusal> refusals = new ArrayList<>();
    Shelf shelf = new Shelf();
    new TreeMap<>(files).forEach((name, bytes) -> read(name, bytes, shelf, refusals));
    for (ProcessFile file : shelf.processes()) {
      look(file.file(), refusals, () -> GuardRules.check(file, refusals));
      look(file.file(), refusals, () -> LintRules.check(file, refusals));
      look(file.file(), refusals, () -> WiringRules.check(file, shelf, known, refusals));
      look(file.file(), refusals, () -> AnswerRules.check(file, shelf, known, refusals));
    }
    shelf
        .decisions()
        .forEach(file -> look(file.file(), refusals, () -> DecisionRules.check(file, refusals)));
    shelf.forms().forEach(file -> file.check(refusals));
    return List.copyOf(refusals);
  }

  /** A file may be well formed and yet name elements that it does not have. */
  private static void look(String file, List<Refusal> refusals, Runnable rules) {
    try {
      rules.run();
    } catch (ModelException broken) {
      refusals.add(
          new Refusal(
              file,
              "",
              "It cannot be understood: " + deepest(broken) + " Save it again from the modeler."));
    }
  }

  private static boolean isModel(Path file) {
    return Set.of("bpmn", "dmn", "form").contains(ending(file.getFileName().toString()));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void read(String name, byte[] bytes, Shelf shelf, List<Refusal> refusals) {
    try {
      switch (ending(name)) {
        case "bpmn" -> {
          // Within bounds: the engine's own reader has none.
          Document text = Xml.parse(bytes);
          BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
          shelf.add(ProcessFile.of(name, model, text));
        }
        case "dmn" -> {
          Xml.parse(bytes);
          DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
          shelf.add(new DecisionFile(name, model, bytes));
        }
        case "form" -> shelf.add(new FormFile(name, JSON.readTree(bytes)));
        default ->
            refusals.add(
                new Refusal(
                    name,
                    "",
                    "Neither a process (.bpmn) nor a decision (.dmn) nor a form (.form); keep other files elsewhere."));
      }
    } catch (ModelException | IOException | Unfit broken) {
      refusals.add(
          new Refusal(
              name,
              "",
              "It cannot be read: " + deepest(broken) + " Save it again from the modeler."));
    }
  }

  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said =
        String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given").strip();
    if (said.length() > LONGEST_REASON) {
      return said.substring(0, LONGEST_REASON) + "….";
    }
    return said.endsWith(".") ? said : said + ".";
  }

  /** A file whose content is no model at all. */
  static final class Unfit extends RuntimeException {
    Unfit(String reason) {
      super(reason);
    }
  }
}

package eu.perron.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The models that are looked at together. */
final class Shelf {
  private final List<ProcessFile> processes = new ArrayList<>();
  private final List<DecisionFile> decisions = new ArrayList<>();
  private final List<FormFile> forms = new ArrayList<>();

  void add(ProcessFile file) {
    processes.add(file);
  }

  void add(DecisionFile file) {
    decisions.add(file);
  }

  void add(FormFile file) {
    forms.add(file);
  }

  List<ProcessFile> processes() {
    return processes;
  }

  List<DecisionFile> decisions() {
    return decisions;
  }

  List<FormFile> forms() {
    return forms;
  }

  Optional<ProcessFile> process(String id) {
    return processes.stream().filter(file -> file.id().equals(id)).findFirst();
  }

  Optional<DecisionFile> decision(String id) {
    return decisions.stream().filter(file -> file.ids().contains(id)).findFirst();
  }

  Optional<FormFile> form(String id) {
    return forms.stream().filter(file -> file.id().equals(id)).findFirst();
  }

  /** What may be meant, for whoever mistyped it. */
  String processIds() {
    return String.join(", ", new TreeSet<>(processes.stream().map(ProcessFile::id).toList()));
  }

  String formIds() {
    return String.join(", ", new TreeSet<>(forms.stream().map(FormFile::id).toList()));
  }

  String decisionIds() {
    return String.join(
        ", ", new TreeSet<>(decisions.stream().flatMap(file -> file.ids().stream()).toList()));
  }
}

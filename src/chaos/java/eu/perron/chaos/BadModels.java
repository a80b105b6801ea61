package eu.perron.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Promise 9: broken models, decisions and forms are laid into processes/ while orders run. */
final class BadModels implements Experiment {
  /** One break: in this file, this text becomes that one. */
  private record Break(String file, String text, String broken) {}

  private static final List<Break> BREAKS =
      List.of(
          new Break("export-cn.bpmn", "${exportCn.declare(", "${exportCn.declar("),
          new Break("export-cn.bpmn", "</bpmn:process>", ""),
          new Break("import-be.bpmn", "${importBe.", "${runtimeService."),
          new Break("import-be.bpmn", "camunda:formRef=\"", "camunda:formRef=\"no-"),
          new Break("import-be.bpmn", "name=\"waitFor\"", "name=\"waitFro\""),
          new Break("last-mile.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\""),
          new Break("last-mile.bpmn", "<bpmn:receiveTask", "<bpmn:receiveTusk"),
          new Break("fulfilment.bpmn", "calledElement=\"", "calledElement=\"no-"),
          new Break("fulfilment.bpmn", "camunda:decisionRef=\"", "camunda:decisionRef=\"no-"),
          new Break("fulfilment.bpmn", "#{execution.processBusinessKey}", "#{1 == 2}"),
          new Break(
              "consignment.bpmn", "name=\"waitFor\" value=\"PT", "name=\"waitFor\" value=\"XT"),
          new Break("air-freight.bpmn", "sourceRef=\"", "sourceRef=\"Nowhere"),
          new Break("return.bpmn", "camunda:candidateGroups=\"", "camunda:candidateGroups=\"no-"),
          new Break("return.bpmn", "<bpmn:process", "<bpmn:proces"),
          new Break("may-it-travel.dmn", "hitPolicy=\"FIRST\"", "hitPolicy=\"LAST\""),
          new Break("may-it-travel.dmn", "</decision>", ""),
          new Break("may-it-travel.dmn", "typeRef=\"boolean\"", "typeRef=\"bool\""),
          new Break("which-declaration.dmn", "<text>\"", "<text>\"\"\"("),
          new Break("correct-declaration.form", "\"type\"", "\"tipe\""),
          new Break("correct-declaration.form", "{", "{{"));

  @Override
  public String name() {
    return "bad-models";
  }

  @Override
  public String promise() {
    return "A bad model cannot hurt running work";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    String prefix = "MODELS-" + scale.seed() + "-";
    stage.withNodes(1);
    int breaks = scale.of(BREAKS.size(), 5);
    List<String> accepted = new ArrayList<>();
    List<String> unreasoned = new ArrayList<>();
    try (Seller seller = new Seller(stage.door().url(), prefix, Kills::lot)) {
      seller.sendSteadily(4);
      for (int i = 0; i < breaks; i++) {
        Break one = BREAKS.get((int) ((i + scale.seed()) % BREAKS.size()));
        String said = lay(stage, one);
        if (said == null) {
          accepted.add(one.toString());
        } else if (!said.contains(one.file())) {
          unreasoned.add(one + ": " + said);
        }
      }
      seller.stopAndAwaitAnswers();
      findings.did(
          breaks + " broken files laid into processes/ one after another while orders run");
      findings.mustBeNone("not refused", accepted);
      findings.mustBeNone("refused without file and reason", unreasoned);
      Reckoning.of(stage, seller, prefix, "1 node", findings);
    }
  }

  /**
   * @return file, element and reason of the refusal; null if there was none
   */
  private static String lay(Stage stage, Break one) throws Exception {
    Path file = stage.processes().resolve(one.file());
    String sound = Files.readString(file);
    String broken =
        sound.replaceFirst(
            java.util.regex.Pattern.quote(one.text()),
            java.util.regex.Matcher.quoteReplacement(one.broken()));
    if (broken.equals(sound)) {
      throw new Broken(one.file() + " holds no " + one.text() + " to break");
    }
    try {
      replace(file, broken);
      Await.within(Duration.ofSeconds(30), () -> stage.truth().refusal(one.file()).isPresent());
      return stage.truth().refusal(one.file()).orElse(null);
    } finally {
      replace(file, sound);
      Await.within(Duration.ofSeconds(30), () -> stage.truth().refusal(one.file()).isEmpty());
    }
  }

  private static void replace(Path file, String content) throws java.io.IOException {
    Path part = file.resolveSibling("." + file.getFileName());
    Files.writeString(part, content);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

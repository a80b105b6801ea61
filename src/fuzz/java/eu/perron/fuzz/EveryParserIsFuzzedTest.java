package eu.perron.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.perron.connectors.MessageReader;
import eu.perron.exchange.ReplyReader;
import eu.perron.trade.Identifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who reads what strangers write stands in {@link EveryParser}. */
class EveryParserIsFuzzedTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("eu.perron");

  /** Calls by which a text from outside becomes something of ours. */
  private static final Map<String, Set<String>> READING =
      Map.of(
          "com.fasterxml.jackson.databind.ObjectMapper", Set.of("readTree", "readValue"),
          "com.fasterxml.jackson.databind.json.JsonMapper", Set.of("readTree", "readValue"),
          "org.apache.commons.csv.CSVFormat", Set.of("parse"),
          "javax.xml.parsers.DocumentBuilder", Set.of("parse"),
          "javax.xml.parsers.SAXParser", Set.of("parse"),
          "org.xml.sax.XMLReader", Set.of("parse"),
          "javax.xml.validation.Validator", Set.of("validate"),
          "org.camunda.bpm.model.bpmn.Bpmn", Set.of("readModelFromStream"),
          "org.camunda.bpm.model.dmn.Dmn", Set.of("readModelFromStream"));

  /**
   * They read what we wrote ourselves: rows of our database, files of our jar or what was read
   * before.
   */
  private static final Set<String> READ_OUR_OWN =
      Set.of(
          "eu.perron.archive.Documents",
          "eu.perron.audit.AuditTrail",
          "eu.perron.desk.FlightsPage",
          "eu.perron.desk.TaskFormDoor",
          "eu.perron.exchange.ArrivalHandlers",
          "eu.perron.exchange.PostedLetter",
          "eu.perron.home.DemoOrders",
          "eu.perron.house.ApiDescription",
          "eu.perron.house.Seal",
          "eu.perron.operations.Shown",
          "eu.perron.orders.OrderImports",
          "eu.perron.studio.ElementTemplates");

  @Test
  void everyReaderOfMessagesAndRepliesIsFuzzed() {
    assertThat(covered())
        .containsAll(whoIs(MessageReader.class))
        .containsAll(whoIs(ReplyReader.class));
  }

  @Test
  void everyIdentifierIsFuzzed() {
    assertThat(covered()).containsAll(whoIs(Identifier.class));
  }

  @Test
  void everyClassThatReadsJsonXmlOrCsvIsFuzzedOrReadsOurOwn() {
    Set<String> readers =
        HOUSE.stream()
            .filter(EveryParserIsFuzzedTest::reads)
            .map(type -> type.getName().replaceFirst("\\$.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    readers.removeAll(covered());

    assertThat(readers)
        .as(
            "add it to a list of parsers beside it in src/fuzz/java, or say here that it reads"
                + " ours")
        .containsExactlyInAnyOrderElementsOf(READ_OUR_OWN);
  }

  private static boolean reads(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                READING
                    .getOrDefault(call.getTargetOwner().getName(), Set.of())
                    .contains(call.getName()));
  }

  private static Set<String> whoIs(Class<?> type) {
    return HOUSE.stream()
        .filter(each -> each.isAssignableTo(type))
        .filter(each -> !each.isInterface())
        .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }

  private static Set<String> covered() {
    return EveryParser.all().stream()
        .flatMap(parser -> parser.covers().stream())
        .map(Class::getName)
        .collect(Collectors.toSet());
  }
}

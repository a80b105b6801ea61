package eu.perron;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: who may know whom. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("eu.perron");

  @Test
  void onlyTheFlowKnowsTheProcessEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("eu.perron.flow")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(HOUSE);
  }

  @Test
  void onlyTheConnectorsKnowCamel() {
    noClasses()
        .that()
        .resideOutsideOfPackage("eu.perron.connectors..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.camel..")
        .check(HOUSE);
  }

  @Test
  void capabilitiesDoNotKnowEachOther() {
    String[] rooms = {
      "compliance",
      "exports",
      "unionexports",
      "freight",
      "hub",
      "imports",
      "retailimports",
      "duties",
      "delivery",
      "returns"
    };
    for (String room : rooms) {
      for (String other : rooms) {
        if (!room.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage("eu.perron." + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("eu.perron." + other + "..")
              .allowEmptyShould(true)
              .because("the flow introduces them")
              .check(HOUSE);
        }
      }
    }
  }

  @Test
  void nothingBelowKnowsTheFlowOrThePages() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "eu.perron.trade..",
            "eu.perron.house..",
            "eu.perron.sellers..",
            "eu.perron.orders..",
            "eu.perron.exchange..",
            "eu.perron.audit..",
            "eu.perron.sanctions..",
            "eu.perron.compliance..",
            "eu.perron.exports..",
            "eu.perron.unionexports..",
            "eu.perron.freight..",
            "eu.perron.imports..",
            "eu.perron.retailimports..",
            "eu.perron.duties..",
            "eu.perron.delivery..",
            "eu.perron.returns..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "eu.perron.flow..",
            "eu.perron.tracking..",
            "eu.perron.desk..",
            "eu.perron.studio..",
            "eu.perron.operations..",
            "eu.perron.home..",
            "eu.perron.connectors..")
        .check(HOUSE);
  }

  @Test
  void roomsKeepToTheirWalls() {
    ApplicationModules.of(PerronApplication.class).verify();
  }
}

package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.connectors.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** After all journeys: which elements of the processes, and which routes, no test came by. */
abstract class WhatNobodyWalked extends Journey {
  private static final List<String> ELEMENTS =
      List.of(
          "startEvent",
          "endEvent",
          "serviceTask",
          "businessRuleTask",
          "userTask",
          "receiveTask",
          "callActivity",
          "exclusiveGateway");

  @Autowired private Routes routes;

  @Test
  void everyElementOfEveryProcessWasWalked() throws Exception {
    Set<String> never = drawn();
    jdbc.sql("SELECT path FROM flow_journal").query(String.class).list().stream()
        .flatMap(path -> Arrays.stream(path.split(" ")))
        .forEach(never::remove);

    assertThat(never).isEmpty();
  }

  @Test
  void nobodyMetAnIncidentOnTheWay() {
    assertThat(
            since(
                "SELECT CONCAT_WS(' ', business_key, process, activity, problem) FROM flow_incident WHERE TRUE"))
        .isEmpty();
    assertThat(
            since(
                "SELECT CONCAT_WS(' ', partner, kind, about, problem) FROM exchange_arrival WHERE state = 'FAILED'"))
        .isEmpty();
    assertThat(
            since(
                "SELECT CONCAT_WS(' ', partner, operation, problem) FROM exchange_message WHERE state = 'PARKED'"))
        .isEmpty();
  }

  @Test
  void everyRouteWasWalked() {
    assertThat(routes.neverWalked()).isEmpty();
  }

  private List<String> since(String rows) {
    return jdbc.sql(rows + " AND id > :begun")
        .param("begun", JourneysTest.BEGUN)
        .query(String.class)
        .list();
  }

  private static Set<String> drawn() throws Exception {
    Set<String> drawn = new TreeSet<>();
    for (Path file : processes()) {
      Document model =
          DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(file.toFile());
      String process = file.getFileName().toString().replace(".bpmn", "");
      for (String element : ELEMENTS) {
        NodeList found = model.getElementsByTagNameNS("*", element);
        for (int i = 0; i < found.getLength(); i++) {
          drawn.add(
              process + ":" + found.item(i).getAttributes().getNamedItem("id").getNodeValue());
        }
      }
    }
    return drawn;
  }

  private static List<Path> processes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
    }
  }
}

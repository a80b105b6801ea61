package eu.perron.journeys;

import eu.perron.sanctions.ListVersion;
import eu.perron.sanctions.SanctionsLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demonstration's list with more invented names, brought into force and taken back. */
public final class InventedList {
  private final SanctionsLists lists;
  private final ListVersion before;

  public InventedList(SanctionsLists lists) {
    this.lists = lists;
    this.before = lists.inForce().orElseThrow();
  }

  public static String with(String... names) {
    StringBuilder more = new StringBuilder();
    for (String name : names) {
      more.append(
          """
            <sanctionEntity euReferenceNumber="EU.0.%1$d" logicalId="8%1$d">
              <regulation numberTitle="0/0000 (invented)" programme="DEMO"><publicationUrl>https://example.org/invented</publicationUrl></regulation>
              <subjectType code="person" classificationCode="P"/>
              <nameAlias firstName="" middleName="" lastName="" wholeName="%2$s" strong="true"/>
            </sanctionEntity>
          """
              .formatted(Math.abs(name.hashCode()), name));
    }
    try {
      return Files.readString(Path.of("processes/reference/sanctions-demonstration.xml"))
          .replace("</export>", more + "</export>");
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  void names(String... names) {
    ListVersion list =
        lists.take(with(names).getBytes(StandardCharsets.UTF_8), "invented.xml", "operator");
    lists.bringIntoForce(list.version(), "operator");
  }

  public void isTakenBack() {
    lists.bringIntoForce(before.version(), "operator");
  }
}

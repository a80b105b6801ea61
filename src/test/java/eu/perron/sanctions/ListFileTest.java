package eu.perron.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.sanctions.ListedEntry.Subject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list in the two shapes that the Commission publishes; names are invented. */
class ListFileTest {
  static final String HEADER =
      "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;"
          + "Entity_DesignationDate;Entity_Remark;Entity_SubjectType;"
          + "Entity_SubjectType_ClassificationCode;Entity_Regulation_NumberTitle;"
          + "Entity_Regulation_Programme;Entity_Regulation_PublicationUrl;NameAlias_LastName;"
          + "NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;BirthDate_BirthDate;"
          + "Address_City;Address_CountryIso2Code;Citizenship_CountryIso2Code\n";

  private static SanctionsList read(String text) {
    return ListFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  static String xml(String date, String entities) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
        + "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\""
        + (date == null ? "" : " generationDate=\"" + date + "\"")
        + " globalFileId=\"171703\">"
        + entities
        + "</export>";
  }

  static String person(String id, String country, String... names) {
    StringBuilder entity =
        new StringBuilder(
            "<sanctionEntity designationDetails=\"\" unitedNationId=\"\" euReferenceNumber=\"EU."
                + id
                + "\" logicalId=\""
                + id
                + "\"><remark>R</remark><regulation numberTitle=\"1/2026\" programme=\"TEST\""
                + " logicalId=\"1\">"
                + "<publicationUrl>http://eur-lex.europa.eu/x</publicationUrl></regulation><subjectType"
                + " code=\"person\" classificationCode=\"P\"/>");
    for (String name : names) {
      entity.append(
          "<nameAlias firstName=\"\" middleName=\"\" lastName=\"\" wholeName=\""
              + name
              + "\" strong=\"true\" logicalId=\"2\"><regulationSummary"
              + " numberTitle=\"1/2026\"/></nameAlias>");
    }
    return entity
        + "<citizenship countryIso2Code=\""
        + country
        + "\" logicalId=\"3\"/></sanctionEntity>";
  }

  @Test
  void theXmlIsReadWithAllThatTellsWhoIsMeant() {
    SanctionsList list =
        read(
            xml(
                "2026-11-20T21:24:35.826+01:00",
                """
                <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.27.28" logicalId="13">
                  <remark>somebody's remark</remark>
                  <regulation regulationType="regulation" numberTitle="1210/2003 (OJ L169)" programme="IRQ" logicalId="348">
                    <publicationUrl>http://eur-lex.europa.eu/a</publicationUrl></regulation>
                  <subjectType code="person" classificationCode="P"/>
                  <nameAlias firstName="Ugo Anselmo" middleName="" lastName="Tartaglione" wholeName="Ugo Anselmo Tartaglione" strong="true" logicalId="17"/>
                  <nameAlias firstName="" middleName="" lastName="" wholeName="Abu Tarta" strong="false" logicalId="19"/>
                  <citizenship region="" countryIso2Code="IQ" countryDescription="IRAQ" logicalId="1"/>
                  <birthdate circa="false" city="al-Awja" birthdate="1937-04-28" year="1937" countryIso2Code="IQ" logicalId="14"/>
                  <address city="Basra" street="Quay 4" zipCode="61" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="2"/>
                  <identification number="A0030" identificationTypeCode="passport" countryIso2Code="IQ" logicalId="3"/>
                </sanctionEntity>
                """));

    assertThat(list.generatedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(list.fileId()).isEqualTo("171703");
    assertThat(list.entries()).hasSize(1);
    ListedEntry entry = list.entries().get(0);
    assertThat(entry.reference()).isEqualTo("EU.27.28");
    assertThat(entry.subject()).isEqualTo(Subject.PERSON);
    assertThat(entry.names())
        .containsExactly(
            new ListedName("Ugo Anselmo Tartaglione", "Ugo Anselmo", "Tartaglione", true),
            new ListedName("Abu Tarta", "", "", false));
    assertThat(entry.births()).containsExactly("1937-04-28, al-Awja, IQ");
    assertThat(entry.countries()).containsExactly("IQ");
    assertThat(entry.addresses()).containsExactly("Quay 4, 61 Basra, UNKNOWN");
    assertThat(entry.documents()).containsExactly("passport, A0030, IQ");
    assertThat(entry.programme()).isEqualTo("IRQ");
    assertThat(entry.regulation()).isEqualTo("1210/2003 (OJ L169)");
    assertThat(entry.publication()).isEqualTo("http://eur-lex.europa.eu/a");
    assertThat(entry.remark()).isEqualTo("somebody's remark");
  }

  @Test
  void theRowsOfTheCsvBecomeOneEntryEach() {
    SanctionsList list =
        read(
            "\uFEFF"
                + HEADER
                + "05/08/2026;13;EU.27.28;;;R;P;person;1/2026;IRQ;http://x;Tartaglione;Ugo;;Ugo"
                + " Tartaglione;;;;\n"
                + "05/08/2026;13;EU.27.28;;;R;P;person;1/2026;IRQ;http://x;;;;Abu Tarta;;;;\n"
                + "05/08/2026;13;EU.27.28;;;R;P;person;1/2026;IRQ;http://x;;;;;1937-04-28;;;IQ\n"
                + "05/08/2026;191;EU.3579.2;;;;E;enterprise;1/2026;SYR;http://x;;;;Quondam Bulk"
                + " LLC;;Beirut;LB;\n");

    assertThat(list.generatedOn()).isEqualTo(LocalDate.of(2026, 8, 5));
    assertThat(list.entries()).hasSize(2);
    assertThat(list.entries().get(0).names())
        .extracting(ListedName::whole)
        .containsExactly("Ugo Tartaglione", "Abu Tarta");
    assertThat(list.entries().get(0).births()).containsExactly("1937-04-28");
    assertThat(list.entries().get(0).countries()).containsExactly("IQ");
    assertThat(list.entries().get(1).subject()).isEqualTo(Subject.ENTERPRISE);
    assertThat(list.entries().get(1).addresses()).containsExactly("Beirut");
  }

  @Test
  void aQuoteThatIsNeverClosedSwallowsNobody() {
    SanctionsList list =
        read(
            HEADER
                + "05/08/2026;1;EU.1;;;R;P;person;1;X;u;;;;\"Bela the Elder;;;;\n"
                + "05/08/2026;2;EU.2;;;R;P;person;1;X;u;;;;Casimir Middle;;;;\n"
                + "05/08/2026;3;EU.3;;;R;P;person;1;X;u;;;;\"Dorothea Last;;;;\n");

    assertThat(list.entries()).hasSize(3);
  }

  @Test
  void aQuotedNameMayHoldTheDelimiter() {
    SanctionsList list =
        read(HEADER + "05/08/2026;1;EU.1;;;R;E;enterprise;1;X;u;;;;\"Left; Right Ltd\";;;;\n");

    assertThat(list.entries().get(0).title()).isEqualTo("Left; Right Ltd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a;b;c\n1;2;3\n",
        "<export/>",
        "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\"2026-11-20\"/>",
        "<sdnList><sdnEntry/></sdnList>",
        "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\""
            + " generationDate=\"2026-11-20\"><sanctionEntity>"
      })
  void whatScreensNobodyIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableList.class);
  }

  @Test
  void aNameAsLongAsAFileIsNoName() {
    assertThatThrownBy(() -> read(xml("2026-11-20", person("1", "RU", "x".repeat(16_000)))))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("16000 letters")
        .hasMessageContaining("Entry 1");
  }

  @Test
  void anUndatedListIsRefused() {
    assertThatThrownBy(() -> read(xml(null, person("1", "RU", "Ugo Tartaglione"))))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("no date");
    assertThatThrownBy(() -> read(HEADER + ";1;EU.1;;;R;P;person;1;X;u;;;;Ugo Tartaglione;;;;\n"))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("no date");
  }

  @Test
  void halfACsvIsRefused() {
    assertThatThrownBy(() -> read(HEADER + "05/08/2026;1;EU.1;;;R;P;person\n"))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("columns");
  }

  @Test
  void aDocumentTypeIsNotFollowed() {
    assertThatThrownBy(
            () ->
                read(
                    "<!DOCTYPE export [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + xml("2026-11-20", "&x;")))
        .isInstanceOf(UnreadableList.class);
  }
}

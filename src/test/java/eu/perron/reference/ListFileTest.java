package eu.perron.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as their publishers lay them out. */
class ListFileTest {
  @Test
  void ofTheHarmonizedSystemTheSubheadingsCount() throws IOException {
    ListFile list = ListFile.read(sample("harmonized-system.csv"));

    assertThat(list.kind()).isEqualTo(ListKind.COMMODITY_CODES);
    assertThat(list.entries())
        .extracting(ListEntry::code)
        .containsExactly("610910", "610990", "950300");
    assertThat(list.leftOut()).as("chapter, heading, a line of one country").isEqualTo(3);
  }

  @Test
  void ofTheRatesTheMemberStatesCountWithTheirDays() throws IOException {
    ListFile list = ListFile.read(sample("vat_rates.csv"));

    assertThat(list.kind()).isEqualTo(ListKind.VAT_RATES);
    assertThat(list.entries())
        .extracting(ListEntry::code)
        .containsOnly("BE", "GR", "FI", "LU", "FR");
    assertThat(list.leftOut()).as("an island, and Switzerland").isEqualTo(2);
    PublishedList rates = new PublishedList(null, list.entries());
    assertThat(rates.find("FI", LocalDate.of(2024, 8, 31)).orElseThrow().percent())
        .isEqualByComparingTo("24");
    assertThat(rates.find("FI", LocalDate.of(2024, 9, 1)).orElseThrow().percent())
        .as("both rows name that day; the one that begins counts")
        .isEqualByComparingTo("25.5");
    assertThat(rates.find("LU", LocalDate.of(2023, 12, 31)).orElseThrow().percent())
        .as("others end the day before")
        .isEqualByComparingTo("16");
    assertThat(rates.find("BE", LocalDate.of(1993, 1, 1))).isEmpty();
  }

  @Test
  void ofTheOfficesThoseThatAreOpenCountUnderTheirEnglishName() throws IOException {
    ListFile list = ListFile.read(sample("customs-offices.xml"));

    assertThat(list.kind()).isEqualTo(ListKind.CUSTOMS_OFFICES);
    assertThat(list.entries())
        .containsExactly(
            new ListEntry(
                "BELGG000", "INVENTED OFFICE OF BIERSET", null, LocalDate.of(2020, 3, 23), null),
            new ListEntry("BEANR000", "VERZONNEN KANTOOR", null, LocalDate.of(2021, 1, 1), null));
    assertThat(list.leftOut()).isEqualTo(1);
  }

  @Test
  void aPackedListIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("RD_CustomsOffices.xml"));
      zip.write(sample("customs-offices.xml"));
    }

    assertThat(ListFile.read(packed.toByteArray()).entries()).hasSize(2);
  }

  @Test
  void theAirlinesAreReadByPrefix() throws IOException {
    assertThat(ListFile.read(sample("airline-prefixes.csv")).entries())
        .extracting(ListEntry::code, ListEntry::name)
        .containsExactly(
            tuple("756", "Invented Carrier of Bierset (3V)"), tuple("235", "Turkish Cargo"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | none of the lists we take",
        "hscode,description\\n6109.10,shirts | Line 2: hscode is \"6109.10\"",
        "hscode,description\\n6109,shirts | nothing that is of use here, of 1 rows",
        "start_date,stop_date,territory_codes,rate,rate_type,description\\n"
            + "2020-01-01,,BE,21,standard,x | rate is \"21\", which is not a share such as 0.21",
        "start_date,stop_date,territory_codes,rate,rate_type,description\\n"
            + "1/1/2020,,BE,0.21,standard,x | start_date is \"1/1/2020\"",
        "start_date,territory_codes,rate\\n2020-01-01,BE,0.21 | no column stop_date",
        "prefix,airline\\n56,ASL | Line 2: prefix is \"56\"",
        "prefix,airline\\n756,ASL\\n756,ASL | stands there twice",
        "<RDEntityList/> | no RDEntity of the name CustomsOffices",
        "<RDEntity name='CustomsOffices'><RDEntry><dataItem name='ReferenceNumber'>LGG</dataItem>"
            + "</RDEntry></RDEntity> | ReferenceNumber \"LGG\"",
        "<RDEntityList> | no whole XML",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><RDEntityList/> | no whole XML"
      })
  void whatCannotBeTakenIsRefusedByName(String file, String why) {
    assertThatThrownBy(
            () -> ListFile.read(file.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableReference.class)
        .hasMessageContaining(why);
  }

  static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/reference", name));
  }
}

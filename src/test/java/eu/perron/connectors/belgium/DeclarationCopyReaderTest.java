package eu.perron.connectors.belgium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import eu.perron.imports.DeclarationCopy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples are documents that others wrote, unchanged. */
class DeclarationCopyReaderTest {
  private final DeclarationCopyReader reader = new DeclarationCopyReader();

  @Test
  void aTransitDeclarationIsRead() throws Unreadable {
    assertThat(copy(Samples.text("CC015C.xml")))
        .isEqualTo(
            new DeclarationCopy(
                "CC015C",
                "T1",
                "MDTP-18",
                List.of("TEST123456"),
                "XI985524247819",
                "XI000081",
                "GB000120",
                new BigDecimal("60000.204"),
                10,
                null,
                List.of("Drum, steel"),
                List.of("152000")));
  }

  @Test
  void anExportDeclarationOfTheWorldsDataModelIsRead() throws Unreadable {
    assertThat(copy(Samples.text("wco-declaration-B1.xml")))
        .isEqualTo(
            new DeclarationCopy(
                "DEC",
                "EX",
                "U.7847323YIPYA",
                List.of("5GB348579783333-AVCVSC", "GB/AIGI-SULE72WT1Q4CE5O20WJ7LTCAL"),
                "GB427168118378",
                "GB",
                "US",
                new BigDecimal("10"),
                10,
                "1040",
                List.of("Straw envelopes for bottles, made of certified straw in wraps of 1000"),
                List.of("46021910")));
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CC015C.xml | MDTP-18<~< | CC015C/TransitOperation/LRN",
        "CC015C.xml | 60000.204~heavy | CC015C/Consignment/grossMass",
        "CC015C.xml | numberOfPackages>10~numberOfPackages>ten | CC015C/Consignment/HouseConsignment/ConsignmentItem/Packaging",
        "CC015C.xml | ncts:CC015C~ncts:CC013C | CC013C",
        "wco-declaration-B1.xml | WCOTypeName>DEC~WCOTypeName>RES | MetaData/WCOTypeName",
        "wco-declaration-B1.xml | <TypeCode>EXD~<TypeCode>9 | MetaData/Declaration/TypeCode"
      })
  void aSpoiledOneIsRefusedByItsElement(String sample, String change, String where) {
    String[] parts = change.split("~", -1);

    assertThatThrownBy(() -> copy(Samples.text(sample).replace(parts[0], parts[1])))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith(where);
  }

  private DeclarationCopy copy(String message) throws Unreadable {
    return (DeclarationCopy)
        reader.read(message.getBytes(StandardCharsets.UTF_8)).arrivals().get(0).content();
  }
}

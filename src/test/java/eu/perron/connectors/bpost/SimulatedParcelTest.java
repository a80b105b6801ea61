package eu.perron.connectors.bpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import eu.perron.connectors.bpost.SimulatedParcel.Course;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SimulatedParcelTest {
  @Property(tries = 300)
  void twoOrdersNeverShareABarcode(@ForAll("orders") String one, @ForAll("orders") String other) {
    assertThat(barcode(one + "-1", 0).equals(barcode(other + "-1", 0)))
        .isEqualTo(one.equals(other));
    assertThat(barcode(one + "-1", 0)).matches("32\\d{22}").isNotEqualTo(barcode(one + "-1", 1));
  }

  @Test
  void theBarcodeCarriesTheCase() {
    for (Course course : Course.values()) {
      SimulatedParcel parcel = SimulatedParcel.booked("A1B2C3D4E5F6-1", 0, course);
      assertThat(SimulatedParcel.known(parcel.barcode())).contains(parcel);
    }
    assertThat(SimulatedParcel.known("JJBEA0000000000000001")).isEqualTo(Optional.empty());
  }

  @Test
  void theGoodsNameTheCase() {
    assertThat(Course.of("tea, lot CEB100 lot BPLOST")).isEqualTo(Course.BPLOST);
    assertThat(Course.of("TEA LOT BPLOST; lot of tea")).isEqualTo(Course.ORDINARY);
    assertThat(Course.of("tea lot ORDINARY")).isEqualTo(Course.ORDINARY);
  }

  @Test
  void everyScanIsExplained() {
    var codes = Samples.codes();
    for (Course course : Course.values()) {
      assertThat(course.scans())
          .allSatisfy(
              scan ->
                  assertThat(
                          codes.meaning(
                              "tracking", scan.code(), java.time.LocalDate.EPOCH.plusYears(56)))
                      .isPresent());
    }
  }

  @Test
  void aLabelShowsAddressBarcodeAndProductOfEachParcel() throws IOException {
    byte[] pdf =
        SimulatedLabel.pdf(
            List.of(page("320000000000000000000001"), page("320000000000000000000002")));
    try (PdfReader reader = new PdfReader(pdf)) {
      assertThat(reader.getNumberOfPages()).isEqualTo(2);
      assertThat(new PdfTextExtractor(reader).getTextFromPage(2))
          .contains(
              "bpack 24h Pro",
              "A. Peeters",
              "Korenmarkt 1",
              "9000 Gent",
              "320000000000000000000002");
    }
  }

  private static SimulatedLabel.Page page(String barcode) {
    return new SimulatedLabel.Page(
        barcode,
        "bpack 24h Pro",
        "A1-1",
        List.of("A. Peeters", "Korenmarkt 1", "9000 Gent", "BE"),
        "tea");
  }

  private static String barcode(String reference, int position) {
    return SimulatedParcel.booked(reference, position, Course.ORDINARY).barcode();
  }

  @Provide
  Arbitrary<String> orders() {
    return Arbitraries.strings().withChars("ABCDEFGHJKMNPQRSTVWXYZ0123456789").ofLength(12);
  }
}

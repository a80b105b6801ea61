package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomsCodesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final Path OURS = Path.of("processes").resolve(CustomsCodes.FILE);

  @Test
  void aCodeHoldsUntilALaterRowTakesItsPlace(@TempDir Path folder) throws Exception {
    Path file =
        Files.write(
            folder.resolve("codes.csv"),
            List.of(
                "kind,ours,theirs,name,valid_from,mark",
                "country,BE,301,Belgium,2000-01-01,U",
                "country,BE,BEL,Belgium,2027-01-01,U"));
    CustomsCodes codes = new CustomsCodes(file);

    assertThat(codes.of("country", "BE", TODAY)).isEqualTo("301");
    assertThat(codes.of("country", "BE", LocalDate.of(2027, 1, 1))).isEqualTo("BEL");
  }

  @Test
  void aMissingCodeIsNamedWithItsFile() {
    assertThatThrownBy(() -> new CustomsCodes(OURS).of("country", "XX", TODAY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("china-customs-codes.csv")
        .hasMessageContaining("no country code for XX");
  }

  @Test
  void theLongestBeginningOfATariffCodeCounts() {
    CustomsCodes codes = new CustomsCodes(OURS);

    assertThat(codes.ofTariff("legal-unit", "611596", TODAY)).isEqualTo("025");
    assertThat(codes.ofTariff("legal-unit", "610910", TODAY)).isEqualTo("011");
    assertThat(codes.ofTariff("legal-unit", "330499", TODAY)).isEqualTo("035");
  }

  @Test
  void everyRowIsMarkedFoundOrUnverified() throws Exception {
    assertThat(Files.readAllLines(OURS).stream().filter(line -> !line.startsWith("#")).skip(1))
        .allMatch(line -> line.endsWith(",F") || line.endsWith(",U"));
  }
}

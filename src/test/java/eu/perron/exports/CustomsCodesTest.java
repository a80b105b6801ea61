package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomsCodesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
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

  @ParameterizedTest
  @CsvSource({
    "1, DECLARED",
    "2, DECLARED",
    "3, DECLARED",
    "4, MALFORMED",
    "100, RETURNED",
    "120, STORED",
    "300, UNDER_REVIEW",
    "399, AUDITED",
    "500, INSPECTION",
    "501, DETAINED",
    "502, DETAINED",
    "503, DETAINED",
    "599, DETAINED",
    "700, REFUSED",
    "800, RELEASED",
    "899, CLOSED",
    "-1, MALFORMED",
    "-301001, MALFORMED",
    "-621029, MALFORMED",
    "-621004, DECLARED"
  })
  void everyReturnStatusOfTheSpecificationHasAMeaning(int status, ExportState meaning) {
    assertThat(new CustomsCodes(OURS).saidBy(status, NOON)).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 99, 121, 504, 801, 2147483647})
  void aStatusWithoutARowIsForAPersonWhoReadsWhatToDo(int status) {
    CustomsCodes codes = new CustomsCodes(OURS);

    assertThat(codes.saidBy(status, NOON)).isEmpty();
    assertThat(codes.unknown(status, "PRN000000001-1", "why"))
        .contains(
            String.valueOf(status), "PRN000000001-1", "why", "china-customs-codes.csv", "RELEASED");
  }

  @Test
  void aStatusMeansWhatItMeantOnTheDayOfCustoms(@TempDir Path folder) throws Exception {
    CustomsCodes codes =
        new CustomsCodes(
            Files.write(
                folder.resolve("codes.csv"),
                List.of(
                    "kind,ours,theirs,name,valid_from,mark",
                    "return-status,STORED,399,audited,2018-01-01,U",
                    "return-status,RELEASED,399,audited,2026-11-23,U")));

    assertThat(codes.saidBy(399, Instant.parse("2026-11-22T15:59:59Z")))
        .contains(ExportState.STORED);
    assertThat(codes.saidBy(399, Instant.parse("2026-11-22T16:00:00Z")))
        .contains(ExportState.RELEASED);
  }

  @Test
  void aChangedFileCountsAtOnceAndABrokenOneNever(@TempDir Path folder) throws Exception {
    String header = "kind,ours,theirs,name,valid_from,mark\n";
    Path file = folder.resolve("codes.csv");
    Files.writeString(file, header);
    CustomsCodes codes = new CustomsCodes(file);
    assertThat(codes.saidBy(222, NOON)).isEmpty();

    rewrite(file, header + "return-status,UNDER_REVIEW,222,odd,2018-01-01,U\n", 1);
    assertThat(codes.saidBy(222, NOON)).contains(ExportState.UNDER_REVIEW);

    rewrite(file, header + "return-status,WHO_KNOWS,222,odd,2018-01-01,U\n", 2);
    assertThat(codes.saidBy(222, NOON)).contains(ExportState.UNDER_REVIEW);
    assertThatThrownBy(() -> new CustomsCodes(file))
        .hasMessageContaining("return-status 222 means 'WHO_KNOWS'")
        .hasMessageContaining("UNDER_REVIEW");
  }

  private static void rewrite(Path file, String content, int secondsLater) throws Exception {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(secondsLater)));
  }

  @Test
  void everyRowIsMarkedFoundOrUnverified() throws Exception {
    assertThat(Files.readAllLines(OURS).stream().filter(line -> !line.startsWith("#")).skip(1))
        .allMatch(line -> line.endsWith(",F") || line.endsWith(",U"));
  }
}

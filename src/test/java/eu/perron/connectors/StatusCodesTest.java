package eu.perron.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.delivery.DeliveryState;
import eu.perron.trade.MilestoneCode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusCodesTest {
  private static final String HEADER =
      "interface,code,valid_from,milestone,state,terminal,says,source,mark\n";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static Stream<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("connectors"), 2)) {
      return files.filter(file -> file.endsWith("status-codes.csv")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyCodeOfEveryCarrierMeansAMilestoneAndSaysWhoToldUs(Path file) throws IOException {
    StatusCodes codes = StatusCodes.load(file);
    for (CSVRecord line : lines(file)) {
      assertThat(codes.meaning(line.get("interface"), line.get("code"), TODAY))
          .as(line.get("code"))
          .hasValueSatisfying(
              meaning ->
                  assertThat(meaning.milestone())
                      .isEqualTo(MilestoneCode.valueOf(line.get("milestone"))));
      assertThat(line.get("source")).isNotBlank();
      assertThat(line.get("mark")).isIn("found", "unverified");
    }
  }

  @Test
  void aCodeMeansWhatItMeantThatDay() throws IOException {
    StatusCodes codes =
        read(
            """
            tracking,X1,2020-01-01,ATTEMPTED,ATTEMPTED,no,away,a source,found
            tracking,X1,2026-11-01,DELIVERED,DELIVERED,yes,delivered,a source,found
            """);
    assertThat(codes.meaning("tracking", "X1", LocalDate.of(2026, 10, 31)))
        .hasValueSatisfying(
            meaning -> assertThat(meaning.state()).isEqualTo(DeliveryState.ATTEMPTED));
    assertThat(codes.meaning("tracking", "X1", TODAY))
        .hasValueSatisfying(
            meaning -> assertThat(meaning.state()).isEqualTo(DeliveryState.DELIVERED));
    assertThat(codes.meaning("tracking", "X1", LocalDate.of(2019, 1, 1))).isEmpty();
    assertThat(codes.meaning("other", "X1", TODAY)).isEmpty();
  }

  @Test
  void aSlipInATableNamesItsLine() {
    assertThatThrownBy(
            () -> read("tracking,X1,2020-01-01,NO_SUCH,ATTEMPTED,no,away,a source,found\n"))
        .hasMessageContaining("table.csv, line 2")
        .hasMessageContaining("NO_SUCH");
    assertThatThrownBy(
            () -> read("tracking,X1,2020-01-01,DELIVERED,DELIVERED,no,there,a source,found\n"))
        .hasMessageContaining("terminal says no");
  }

  private static StatusCodes read(String rows) throws IOException {
    return StatusCodes.read(new StringReader(HEADER + rows), "table.csv");
  }

  private static List<CSVRecord> lines(Path file) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }
}

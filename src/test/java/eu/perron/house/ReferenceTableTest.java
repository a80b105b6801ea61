package eu.perron.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final String HEADER = "# law\nname,valid_from,valid_to,mark\n";
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void makeFolder() throws IOException {
    file = Files.createDirectories(folder.resolve("reference")).resolve("law.csv");
  }

  @Test
  void aRowHoldsOnItsFirstAndLastDayOnly() throws IOException {
    write("old,2021-07-01,2026-06-30,F\nnew,2026-07-01,2028-07-01,U\n", 1);
    ReferenceTable table = ReferenceTable.in(folder, "law.csv", row -> row.get("name"));

    assertThat(table.inForce(DAY.minusDays(1)))
        .extracting(row -> row.get("name"))
        .containsExactly("old");
    assertThat(table.inForce(DAY)).extracting(row -> row.get("name")).containsExactly("new");
    assertThat(table.inForce(DAY.plusYears(2).plusDays(1))).isEmpty();
    assertThat(table.inForce(DAY).get(0).isUnverified()).isTrue();
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    write("old,2021-07-01,,F\n", 1);
    ReferenceTable table = ReferenceTable.in(folder, "law.csv", row -> row.get("name"));
    write("new,2021-07-01,,F\n", 2);

    assertThat(table.inForce(DAY)).extracting(row -> row.get("name")).containsExactly("new");
  }

  @Test
  void aBrokenChangeLeavesTheFormerRows() throws IOException {
    write("old,2021-07-01,,F\n", 1);
    ReferenceTable table = ReferenceTable.in(folder, "law.csv", row -> row.get("name"));
    for (String broken : new String[] {"new,tomorrow,,F\n", "new,2021-07-01\n", "\"new,2021"}) {
      write(broken, 2 + broken.length());
      assertThat(table.inForce(DAY)).extracting(row -> row.get("name")).containsExactly("old");
    }
    Files.delete(file);
    assertThat(table.inForce(DAY)).hasSize(1);
  }

  @Test
  void aBrokenFileStopsTheStart() throws IOException {
    write("new,tomorrow,,F\n", 1);

    assertThatThrownBy(() -> ReferenceTable.in(folder, "law.csv", row -> row.get("name")))
        .hasMessageContaining("record 1");
  }

  private void write(String rows, int second) throws IOException {
    Files.writeString(file, HEADER + rows);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(second)));
  }
}

package eu.perron.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeskFilterTest {
  private static final DeskFilter PLAIN = new DeskFilter(null, null, null, null, null);

  @Test
  void aFilterTravelsInTheAddress() {
    assertThat(PLAIN.query()).isEmpty();
    assertThat(new DeskFilter("customs-desk", " HS & more ", true, null, null).query())
        .isEqualTo("?desk=customs-desk&q=HS%20%26%20more&mine=true");
  }

  @Test
  void aPageBeginsWhereTheOneBeforeEnded() {
    DeskFilter.Cursor cursor =
        new DeskFilter.Cursor(70, Instant.ofEpochMilli(1_795_363_905_626L), "a.b-c");
    assertThat(new DeskFilter(null, null, null, null, cursor.toString()).cursor()).contains(cursor);
  }

  @Test
  void aSpoiltAddressBeginsAtTheBeginning() {
    assertThat(new DeskFilter(null, null, null, null, "70.x.y").cursor()).isEmpty();
    assertThat(new DeskFilter(null, null, null, null, "nonsense").cursor()).isEmpty();
  }
}

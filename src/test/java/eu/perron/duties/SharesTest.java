package eu.perron.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SharesTest {
  @Property
  void thePartsMakeTheWhole(
      @ForAll @IntRange(max = 10_000_000) int cents,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 100_000) Integer> weights) {
    BigDecimal whole = BigDecimal.valueOf(cents, 2);

    List<BigDecimal> shares = Shares.of(whole, weights.stream().map(BigDecimal::valueOf).toList());

    assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(whole);
    assertThat(shares).allMatch(share -> share.signum() >= 0);
  }
}

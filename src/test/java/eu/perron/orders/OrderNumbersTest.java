package eu.perron.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderNumbersTest {
  private static OrderNumbers at(String instant) {
    return new OrderNumbers(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }

  @Test
  void aBurstWithinAMillisecondHasNumbersOfItsOwnInOrder() {
    OrderNumbers numbers = at("2026-11-22T10:00:00.123Z");
    List<String> burst = Stream.generate(numbers::next).limit(5000).toList();
    assertThat(burst).doesNotHaveDuplicates().isSorted();
    assertThat(burst).allMatch(each -> each.matches("P26[0-9A-HJKMNP-TV-Z]{9}"));
  }

  @Test
  void theLastMillisecondOfALeapYearFits() {
    assertThat(at("2028-12-31T23:59:59.999Z").next()).hasSize(12).startsWith("P28");
  }
}

package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTest {

  @ParameterizedTest
  @CsvSource({"0.64, 0.640 kg", "1E3, 1000.000 kg", "0.0005, 0.001 kg", "0.0004, 0.000 kg"})
  void itIsPrintedToTheGram(String kg, String printed) {
    assertThat(Weight.ofKg(kg)).hasToString(printed);
  }

  @Test
  void weightsAddUp() {
    Weight shirts = Weight.ofGrams(180).times(2);
    assertThat(shirts.plus(Weight.ofKg("0.28"))).isEqualTo(Weight.ofKg("0.640"));
    assertThat(shirts).isGreaterThan(Weight.ofGrams(359)).isLessThan(Weight.ofGrams(361));
    assertThat(Weight.ZERO.isZero()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.001", "1E+1000000000", "1E-1000000000"})
  void aWeightNothingHasIsRefused(String kg) {
    assertThatIllegalArgumentException().isThrownBy(() -> Weight.ofKg(kg));
  }
}

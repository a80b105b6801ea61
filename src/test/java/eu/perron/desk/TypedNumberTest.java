package eu.perron.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
  @Test
  void aPointOrACommaDividesTheDecimals() {
    assertThat(TypedNumber.parse(" 0,640 ")).isEqualByComparingTo("0.64");
    assertThat(TypedNumber.parse("24.00")).isEqualByComparingTo("24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1e999999999", "1.2.3", ".", "1,", "99999999999999999999"})
  void anythingElseIsNone(String typed) {
    assertThatThrownBy(() -> TypedNumber.parse(typed)).isInstanceOf(NumberFormatException.class);
  }
}

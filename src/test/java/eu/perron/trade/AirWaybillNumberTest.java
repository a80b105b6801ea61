package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AirWaybillNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"157-53806270", "157-41266466", "001-12345675", "888-11111111", "020-12345675"})
  void numbersThatFlewAreValid(String flown) {
    assertThat(AirWaybillNumber.parse(flown)).hasToString(flown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"157 5380 6270", "15753806270", " 157–53806270 ", "１５７－５３８０６２７０"})
  void whatAPersonTypesIsRead(String typed) {
    AirWaybillNumber number = AirWaybillNumber.parse(typed);
    assertThat(number.value()).isEqualTo("157-53806270");
    assertThat(number.prefix()).isEqualTo("157");
    assertThat(number.serial()).isEqualTo("53806270");
  }

  @ParameterizedTest
  @CsvSource({
    "157-53806271, CHECK_DIGIT",
    "157-53806277, CHECK_DIGIT",
    "157-5380627, LENGTH",
    "157-538062700, LENGTH",
    "15, SHAPE",
    "'', MISSING",
    "QR7-53806270, CHARACTER",
    "157-5380627O, CHARACTER"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> AirWaybillNumber.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
    assertThat(invalid.given()).isEqualTo(given);
  }

  @Test
  void aLetterLikeADigitIsRecognised() {
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> AirWaybillNumber.parse("157-5380627O"))
        .withMessageContaining("perhaps 0 was meant");
  }

  @Test
  void aStockIsIssuedInStepsOfOneBeforeTheCheckDigit() {
    AirWaybillNumber first = AirWaybillNumber.of("157", "5380627");
    assertThat(first).hasToString("157-53806270");
    assertThat(first.next()).hasToString("157-53806281");
    assertThat(AirWaybillNumber.of("157", "0000006").next()).hasToString("157-00000070");
  }

  @Test
  void aStockEndsWithItsLastNumber() {
    AirWaybillNumber last = AirWaybillNumber.of("157", "9999999");
    assertThatIllegalStateException().isThrownBy(last::next);
  }

  @Test
  void aPrefixOrSerialOfTheWrongLengthIsRefused() {
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> AirWaybillNumber.of("15", "75380627"));
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> AirWaybillNumber.of("157", "538062"));
  }

  @Property
  void anIssuedNumberIsValidAndReadBack(
      @ForAll @IntRange(max = 999) int prefix, @ForAll @IntRange(max = 9_999_998) int root) {
    AirWaybillNumber number = AirWaybillNumber.of("%03d".formatted(prefix), "%07d".formatted(root));
    assertThat(AirWaybillNumber.parse(number.toString())).isEqualTo(number);
    assertThat(number.next().serial()).startsWith("%07d".formatted(root + 1));
  }

  @Property
  void aSingleWrongDigitIsNoticedUnlessItDiffersBySeven(
      @ForAll @IntRange(max = 9_999_999) int root,
      @ForAll @IntRange(min = 4, max = 11) int position,
      @ForAll @NumericChars char other) {
    String value = AirWaybillNumber.of("157", "%07d".formatted(root)).value();
    int difference = Math.abs(value.charAt(position) - other);
    Assume.that(difference != 0 && (difference != 7 || position == 11));
    StringBuilder wrong = new StringBuilder(value);
    wrong.setCharAt(position, other);
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> AirWaybillNumber.parse(wrong.toString()));
  }
}

package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifiedSocialCreditCodeTest {

  private static final String KNOWN = "91110000600037341L";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Test
  void aCodeThatWasIssuedIsValid() {
    assertThat(UnifiedSocialCreditCode.parse(KNOWN)).hasToString(KNOWN);
  }

  @Test
  void whatAPersonTypesIsRead() {
    assertThat(UnifiedSocialCreditCode.parse("９１１１００００　６０００３７３４１ｌ").value()).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "91110000600037342L, CHECK_DIGIT",
    "91110000600037341M, CHECK_DIGIT",
    "9111000060003734L, LENGTH",
    "9111OOOO600037341L, CHARACTER",
    "91110000600037341I, CHARACTER"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> UnifiedSocialCreditCode.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }

  @Property
  void everySingleWrongCharacterIsNoticed(
      @ForAll @IntRange(max = 17) int position, @ForAll("inTheAlphabet") char other) {
    StringBuilder wrong = new StringBuilder(KNOWN);
    Assume.that(wrong.charAt(position) != other);
    wrong.setCharAt(position, other);
    assertThatExceptionOfType(InvalidIdentifier.class)
        .isThrownBy(() -> UnifiedSocialCreditCode.parse(wrong.toString()));
  }

  @Provide
  Arbitrary<Character> inTheAlphabet() {
    return Arbitraries.of(ALPHABET.chars().mapToObj(c -> (char) c).toList());
  }
}

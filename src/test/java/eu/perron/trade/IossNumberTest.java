package eu.perron.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.perron.trade.InvalidIdentifier.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IossNumberTest {

  @ParameterizedTest
  @CsvSource({
    "IM3720000224, IE",
    "IM0560000010, BE",
    "IM5280000017, NL",
    "IM9000000011, XI",
    "IM3000000015, GR"
  })
  void itTellsTheMemberStateThatIssuedIt(String number, String state) {
    assertThat(IossNumber.parse(number).memberState()).isEqualTo(state);
  }

  @Test
  void whatAPersonTypesIsRead() {
    assertThat(IossNumber.parse(" im 056-000 0010")).hasToString("IM0560000010");
  }

  @ParameterizedTest
  @CsvSource({
    "IM5532027340, NO_SUCH_COUNTRY",
    "IM8260000010, NO_SUCH_COUNTRY",
    "IN0560000010, SHAPE",
    "EU372022452, SHAPE",
    "0560000010, SHAPE",
    "IM056000001, LENGTH",
    "IM05600000100, LENGTH",
    "IM05600000I0, CHARACTER"
  })
  void eachFaultIsNamed(String given, Flaw flaw) {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> IossNumber.parse(given));
    assertThat(invalid.flaw()).isEqualTo(flaw);
  }

  @Test
  void anUnknownMemberStateIsNamedInTheReason() {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> IossNumber.parse("IM5532027340"));
    assertThat(invalid.reason()).startsWith("553 ").contains("member state");
  }

  @Test
  void anIntermediaryIsToldWhichNumberToGive() {
    InvalidIdentifier invalid =
        catchThrowableOfType(InvalidIdentifier.class, () -> IossNumber.parse("IN0560000010"));
    assertThat(invalid.reason()).contains("intermediary", "IM number");
  }
}

package eu.perron.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;

class ClerkTest {
  @Test
  void aClerkSeesTheirOwnDesksInTheOrderOfTheWay() {
    Clerk clerk = who("ROLE_CLERK", "DESK_returns-desk", "DESK_export-desk");
    assertThat(clerk.desks()).containsExactly("export-desk", "returns-desk");
    assertThat(clerk.works("export-desk")).isTrue();
    assertThat(clerk.sees("customs-desk")).isFalse();
  }

  @Test
  void anOwnerLooksOnEverywhereAndDecidesNowhere() {
    Clerk owner = who("ROLE_OWNER");
    assertThat(owner.sees("customs-desk")).isTrue();
    assertThat(owner.works("customs-desk")).isFalse();
  }

  @Test
  void anOperatorTakesWhatNoDeskIsNamedFor() {
    Clerk operator = who("ROLE_OPERATOR");
    assertThat(operator.works("operations")).isTrue();
    assertThat(operator.works("customs-desk")).isFalse();
  }

  private static Clerk who(String... authorities) {
    return Clerk.of(new TestingAuthenticationToken("anna", "", authorities));
  }
}

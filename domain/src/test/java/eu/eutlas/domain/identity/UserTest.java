package eu.eutlas.domain.identity;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.refusalOf;
import static eu.eutlas.domain.Given.secondsLater;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class UserTest {

  private static final TokenHash MAILED = new TokenHash("mailed");
  private static final TokenHash MAILED_AGAIN = new TokenHash("mailed again");
  private static final Instant LATER = secondsLater(60);

  private final User ada =
      User.signUp(
          Given.USER,
          new Email("ada@example.eu"),
          new PersonName("Ada"),
          new PasswordHash("argon2id"),
          MAILED,
          NOW);

  @Test
  void isNotVerifiedAtFirstAndNoAdministrator() {
    assertThat(ada.isVerified()).isFalse();
    assertThat(ada.administrator()).isFalse();
  }

  @Test
  void isVerifiedByTheTokenThatWasMailed() {
    var verified = ada.verify(MAILED, LATER).orElseThrow();

    assertThat(verified.verifiedAt()).contains(LATER);
    assertThat(verified.updatedAt()).isEqualTo(LATER);
    assertThat(verified.verification()).isEmpty();
  }

  @Test
  void isVerifiedOnce() {
    var verified = ada.verify(MAILED, LATER).orElseThrow();

    assertThat(refusalOf(verified.verify(MAILED, LATER))).isEqualTo(User.invalidToken());
  }

  @Test
  void isNotVerifiedByAnotherToken() {
    assertThat(refusalOf(ada.verify(MAILED_AGAIN, LATER))).isEqualTo(User.invalidToken());
  }

  @Test
  void isVerifiedUntilTheTokenExpiresAfterADay() {
    var expiry = NOW.plus(User.VERIFICATION_LASTS);

    assertThat(ada.verify(MAILED, expiry.minusMillis(1)).orElseThrow().isVerified()).isTrue();
    assertThat(refusalOf(ada.verify(MAILED, expiry))).isEqualTo(User.invalidToken());
  }

  @Test
  void aNewTokenReplacesTheOneBefore() {
    var asked = ada.issueVerification(MAILED_AGAIN, LATER);

    assertThat(refusalOf(asked.verify(MAILED, LATER))).isEqualTo(User.invalidToken());
    assertThat(asked.verify(MAILED_AGAIN, LATER).orElseThrow().isVerified()).isTrue();
  }

  @Test
  void aNewTokenLastsADayFromItsOwnIssue() {
    var asked = ada.issueVerification(MAILED_AGAIN, LATER);

    var lastMoment = LATER.plus(User.VERIFICATION_LASTS).minusMillis(1);

    assertThat(asked.verify(MAILED_AGAIN, lastMoment).orElseThrow().isVerified()).isTrue();
  }

  @Test
  void isMailedAgainAfterThirtySecondsAndNotInABurst() {
    assertThat(ada.mayResendAt(NOW)).isFalse();
    assertThat(ada.mayResendAt(secondsLater(30).minusMillis(1))).isFalse();
    assertThat(ada.mayResendAt(secondsLater(30))).isTrue();
  }

  @Test
  void eachMailStartsTheWaitAgain() {
    var asked = ada.issueVerification(MAILED_AGAIN, secondsLater(30));

    assertThat(asked.mayResendAt(secondsLater(59))).isFalse();
    assertThat(asked.mayResendAt(secondsLater(60))).isTrue();
  }

  @Test
  void isNotMailedAgainOnceVerified() {
    var verified = ada.verify(MAILED, LATER).orElseThrow();

    assertThat(verified.mayResendAt(secondsLater(100_000))).isFalse();
  }

  @Test
  void becomesAdministratorWithoutLosingAnything() {
    var granted = ada.grantAdministration(LATER);

    assertThat(granted.administrator()).isTrue();
    assertThat(granted.verify(MAILED, LATER).orElseThrow().administrator()).isTrue();
  }

  @Test
  void showsNeitherPasswordNorTokenAsText() {
    assertThat(ada.toString()).doesNotContain("argon2id").doesNotContain("mailed");
  }
}

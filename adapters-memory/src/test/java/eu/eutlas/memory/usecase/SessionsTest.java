package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.identity.LogIn;
import eu.eutlas.application.identity.SignedIn;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.memory.identity.MemoryPasswords;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in, staying logged in, and logging out. */
final class SessionsTest {
  private final Trial trial = Trial.begin();

  @BeforeEach
  void somebody() {
    trial.person("ada");
  }

  @Test
  void aWrongAddressAndAWrongPasswordAreAnsweredAlike() {
    var wrongAddress = logIn("nobody", Trial.PASSWORD);
    var wrongPassword = logIn("ada", new Secret("not the password"));

    assertThat(wrongAddress).isEqualTo(wrongPassword);
    assertThat(Trial.refusalOf(wrongPassword)).isEqualTo(RefusalCode.INVALID_CREDENTIALS);
  }

  @Test
  void aPasswordHashedWithOlderParametersIsHashedAnewAtTheNextLogIn() {
    var passwords = new MemoryPasswords();
    var users = trial.site().users();
    var user = users.findByEmail(Trial.email("ada")).orElseThrow();
    users.save(user.rehash(passwords.oldHash(Trial.PASSWORD)));

    trial.logIn("ada");

    var now = users.findByEmail(Trial.email("ada")).orElseThrow();
    assertThat(passwords.needsRehash(now.passwordHash())).isFalse();
    assertThat(passwords.matches(Trial.PASSWORD, now.passwordHash())).isTrue();
  }

  @Test
  void anAccessTokenWorksForAQuarterOfAnHour() {
    var signedIn = trial.logIn("ada");
    trial.site().clock().move(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(trial.authenticate(signedIn)).isInstanceOf(Outcome.Done.class);

    trial.site().clock().move(Duration.ofSeconds(1));

    assertThat(Trial.refusalOf(trial.authenticate(signedIn)))
        .isEqualTo(RefusalCode.UNAUTHENTICATED);
  }

  @Test
  void aRefreshTokenGivesTheNextAndIsAnsweredAlikeForAWhile() {
    var first = trial.logIn("ada");

    var second = refresh(first).orElseThrow();
    trial.site().clock().move(Session.GRACE.minusMillis(1));
    var again = refresh(first).orElseThrow();

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(again.refreshToken()).isEqualTo(second.refreshToken());
    assertThat(refresh(second)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aRefreshTokenThatIsUsedAgainLaterEndsTheSession() {
    var first = trial.logIn("ada");
    var second = refresh(first).orElseThrow();
    assertThat(trial.authenticate(second)).isInstanceOf(Outcome.Done.class);

    trial.site().clock().move(Session.GRACE);

    assertThat(Trial.refusalOf(refresh(first))).isEqualTo(RefusalCode.SESSION_ENDED);
    assertThat(Trial.refusalOf(refresh(second))).isEqualTo(RefusalCode.SESSION_ENDED);
    assertThat(Trial.refusalOf(trial.authenticate(second))).isEqualTo(RefusalCode.UNAUTHENTICATED);
  }

  @Test
  void aRefreshTokenOfTwoGenerationsAgoEndsTheSessionAtOnce() {
    var first = trial.logIn("ada");
    var third = refresh(refresh(first).orElseThrow()).orElseThrow();

    assertThat(Trial.refusalOf(refresh(first))).isEqualTo(RefusalCode.SESSION_ENDED);
    assertThat(Trial.refusalOf(refresh(third))).isEqualTo(RefusalCode.SESSION_ENDED);
  }

  @Test
  void twoRefreshesAtOnceGiveTheSameToken() {
    var first = trial.logIn("ada");
    var other = new SignedIn[1];
    var node =
        trial.through(
            Incident.meanwhile(
                "SessionRepository.save", 1, () -> other[0] = refresh(first).orElseThrow()));

    var here =
        node.eutlas()
            .identity()
            .refreshSession()
            .handle(Trial.GUEST, first.refreshToken())
            .orElseThrow();

    assertThat(here.refreshToken()).isEqualTo(other[0].refreshToken());
  }

  @Test
  void aTokenThatNobodyIssuedIsRefused() {
    var forged =
        trial.eutlas().identity().refreshSession().handle(Trial.GUEST, new Secret("forged"));

    assertThat(Trial.refusalOf(forged)).isEqualTo(RefusalCode.SESSION_ENDED);
  }

  @Test
  void loggingOutEndsTheSessionAtOnceAndNoOther() {
    var here = trial.logIn("ada");
    var elsewhere = trial.logIn("ada");
    var person = trial.authenticate(here).orElseThrow();

    trial.eutlas().identity().logOut().handle(person).orElseThrow();

    assertThat(Trial.refusalOf(trial.authenticate(here))).isEqualTo(RefusalCode.UNAUTHENTICATED);
    assertThat(Trial.refusalOf(refresh(here))).isEqualTo(RefusalCode.SESSION_ENDED);
    assertThat(trial.authenticate(elsewhere)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void loggingOutIsKnownToOtherNodesWithinTwoSeconds() {
    var signedIn = trial.logIn("ada");
    var person = trial.authenticate(signedIn).orElseThrow();
    var elsewhere = trial.secondNode();
    assertThat(elsewhere.authenticate(signedIn)).isInstanceOf(Outcome.Done.class);

    trial.eutlas().identity().logOut().handle(person).orElseThrow();
    trial.site().clock().move(Duration.ofSeconds(2));

    assertThat(Trial.refusalOf(elsewhere.authenticate(signedIn)))
        .isEqualTo(RefusalCode.UNAUTHENTICATED);
  }

  @Test
  void loggingOutTwiceIsNoMistake() {
    var person = trial.authenticate(trial.logIn("ada")).orElseThrow();

    trial.eutlas().identity().logOut().handle(person).orElseThrow();

    assertThat(trial.eutlas().identity().logOut().handle(person)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whoHasJustVerifiedGoesOnAtOnce() {
    trial.signUp("eve");
    trial.rest();
    var signedIn = trial.logIn("eve");
    assertThat(trial.authenticate(signedIn).orElseThrow().verified()).isFalse();

    trial
        .eutlas()
        .identity()
        .verifyEmail()
        .handle(Trial.GUEST, trial.mailedToken(Trial.email("eve")))
        .orElseThrow();

    assertThat(trial.authenticate(signedIn).orElseThrow().verified()).isTrue();
  }

  @Test
  void aSessionLastsThirtyDaysWithoutARefresh() {
    var signedIn = trial.logIn("ada");
    trial.site().clock().move(Session.LASTS);

    assertThat(Trial.refusalOf(refresh(signedIn))).isEqualTo(RefusalCode.SESSION_ENDED);
  }

  @Test
  void theMachineMakesAdministratorsAndIsToldWhoIsNotThere() {
    var machine = new Actor.Machine("admin grant", new CorrelationId("machine"));
    var grant = trial.eutlas().identity().grantAdministration();
    trial.person("bob");

    assertThat(grant.handle(machine, Trial.email("bob")).orElseThrow().administrator()).isTrue();
    assertThat(grant.handle(machine, Trial.email("bob"))).isInstanceOf(Outcome.Done.class);
    assertThat(Trial.refusalOf(grant.handle(machine, Trial.email("nobody"))))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  private Outcome<SignedIn> refresh(SignedIn signedIn) {
    return trial.eutlas().identity().refreshSession().handle(Trial.GUEST, signedIn.refreshToken());
  }

  private Outcome<SignedIn> logIn(String name, Secret password) {
    var command = new LogIn.Command(Trial.email(name), password, ClientKind.PROGRAM);
    return trial.eutlas().identity().logIn().handle(Trial.GUEST, command);
  }
}

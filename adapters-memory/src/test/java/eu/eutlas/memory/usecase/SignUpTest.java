package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Settings;
import eu.eutlas.application.identity.LogIn;
import eu.eutlas.application.identity.SignUp;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.application.mail.Mailer.Letter;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.identity.User;
import eu.eutlas.testkit.Origins;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing up and verifying an address. */
final class SignUpTest {
  private final Trial trial = Trial.begin();

  @Test
  void aNewAddressIsMailedALink() {
    trial.signUp("ada");
    trial.rest();

    assertThat(templates("ada")).containsExactly(MailTemplate.VERIFY_EMAIL);
    assertThat(trial.mailedLink(Trial.email("ada")))
        .startsWith("https://eutlas.example.org/verify-email?token=");
  }

  @Test
  void aKnownAddressIsAnsweredAlikeAndItsOwnerIsMailed() {
    var owner = trial.person("ada");

    var answer = trial.eutlas().identity().signUp().handle(Trial.GUEST, Trial.signUpOf("ada"));
    trial.rest();

    assertThat(answer.orElseThrow().replayed()).isFalse();
    assertThat(answer.orElseThrow().value()).isNotEqualTo(owner.id());
    assertThat(templates("ada"))
        .containsExactly(MailTemplate.VERIFY_EMAIL, MailTemplate.ALREADY_REGISTERED);
    assertThat(user("ada").id()).isEqualTo(owner.id());
  }

  @Test
  void aKnownAddressKeepsItsPassword() {
    trial.person("ada");
    var other = new NewPassword(new Secret("another long password"));

    trial
        .eutlas()
        .identity()
        .signUp()
        .handle(
            Trial.GUEST,
            new SignUp.Command(Trial.email("ada"), other, new PersonName("Eve"), Optional.empty()))
        .orElseThrow();

    var command = new LogIn.Command(Trial.email("ada"), other.secret(), ClientKind.PROGRAM);
    assertThat(Trial.refusalOf(trial.eutlas().identity().logIn().handle(Trial.GUEST, command)))
        .isEqualTo(RefusalCode.INVALID_CREDENTIALS);
  }

  @Test
  void anAccountThatWasNeverVerifiedIsReplaced() {
    trial.signUp("ada");
    trial.rest();
    var first = user("ada");
    var firstLink = trial.mailedToken(Trial.email("ada"));

    trial.signUp("ada");
    trial.rest();

    assertThat(user("ada").id()).isNotEqualTo(first.id());
    assertThat(
            Trial.refusalOf(trial.eutlas().identity().verifyEmail().handle(Trial.GUEST, firstLink)))
        .isEqualTo(RefusalCode.TOKEN_INVALID);
    trial
        .eutlas()
        .identity()
        .verifyEmail()
        .handle(Trial.GUEST, trial.mailedToken(Trial.email("ada")))
        .orElseThrow();
  }

  @Test
  void theFirstAccountAdministersAlsoWhenItIsReplacedBeforeItWasVerified() {
    trial.signUp("ada");
    trial.signUp("ada");
    trial.signUp("bob");

    assertThat(user("ada").administrator()).isTrue();
    assertThat(user("bob").administrator()).isFalse();
  }

  @Test
  void whereTheFirstAccountIsLikeAnyOtherARightIsNotInherited() {
    var like = with(Settings.SignUpPolicy.OPEN, false);
    like.signUp("ada");
    like.eutlas()
        .identity()
        .grantAdministration()
        .handle(new Actor.Machine("grant", new CorrelationId("machine")), Trial.email("ada"))
        .orElseThrow();

    like.signUp("ada");

    assertThat(like.site().users().findByEmail(Trial.email("ada")))
        .hasValueSatisfying(user -> assertThat(user.administrator()).isFalse());
  }

  @Test
  void theSameRequestIsAnsweredAlikeAndMailsOnce() {
    var command = withKey("ada");

    var first = trial.eutlas().identity().signUp().handle(Trial.GUEST, command).orElseThrow();
    var again = trial.eutlas().identity().signUp().handle(Trial.GUEST, command).orElseThrow();
    trial.rest();

    assertThat(again.replayed()).isTrue();
    assertThat(again.value()).isEqualTo(first.value());
    assertThat(templates("ada")).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> aSignUpThatFailedAnywhereCanBeAskedAgain() {
    var counted = Incident.none();
    signUpWithKey(Trial.begin().through(counted));
    return Mishap.ofEach(
        counted.calls(),
        incident -> {
          var fresh = Trial.begin();
          Mishap.endure(() -> signUpWithKey(fresh.through(incident)));

          var restarted = fresh.restarted();
          signUpWithKey(restarted);
          restarted.settle();

          restarted
              .eutlas()
              .identity()
              .verifyEmail()
              .handle(Trial.GUEST, restarted.mailedToken(Trial.email("ada")))
              .orElseThrow();
        });
  }

  @ParameterizedTest
  @EnumSource(value = Settings.SignUpPolicy.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
  void whereItIsNotOpenNobodySignsUp(Settings.SignUpPolicy policy) {
    var closed = with(policy, true);

    var answer = closed.eutlas().identity().signUp().handle(Trial.GUEST, Trial.signUpOf("ada"));

    assertThat(Trial.refusalOf(answer)).isEqualTo(RefusalCode.SIGNUP_CLOSED);
    assertThat(closed.site().users().isEmpty()).isTrue();
  }

  @Test
  void aPasswordThatEverybodyGuessesIsRefused() {
    var command =
        new SignUp.Command(
            Trial.email("ada"),
            new NewPassword(new Secret("password1234")),
            new PersonName("Ada"),
            Optional.empty());

    assertThat(Trial.refusalOf(trial.eutlas().identity().signUp().handle(Trial.GUEST, command)))
        .isEqualTo(RefusalCode.INVALID_REQUEST);
  }

  @Test
  void aLinkWorksOnce() {
    trial.person("ada");
    var used = trial.mailedToken(Trial.email("ada"));

    assertThat(Trial.refusalOf(trial.eutlas().identity().verifyEmail().handle(Trial.GUEST, used)))
        .isEqualTo(RefusalCode.TOKEN_INVALID);
  }

  @Test
  void aLinkWorksForADay() {
    trial.signUp("ada");
    trial.rest();
    trial.site().clock().move(User.VERIFICATION_LASTS);
    var late = trial.mailedToken(Trial.email("ada"));

    assertThat(Trial.refusalOf(trial.eutlas().identity().verifyEmail().handle(Trial.GUEST, late)))
        .isEqualTo(RefusalCode.TOKEN_INVALID);
    trial.site().clock().move(Duration.ofMillis(-1));
    trial.eutlas().identity().verifyEmail().handle(Trial.GUEST, late).orElseThrow();
  }

  @Test
  void aBurstOfResendsIsOneMail() {
    trial.signUp("ada");
    trial.site().clock().move(Duration.ofSeconds(30));

    resend("ada");
    resend("ada");
    trial.site().clock().move(Duration.ofSeconds(29));
    resend("ada");
    trial.rest();

    assertThat(templates("ada")).hasSize(2);
  }

  @Test
  void aResentLinkReplacesTheOneBefore() {
    trial.signUp("ada");
    trial.rest();
    var first = trial.mailedToken(Trial.email("ada"));
    trial.site().clock().move(Duration.ofSeconds(30));

    resend("ada");
    trial.rest();

    assertThat(Trial.refusalOf(trial.eutlas().identity().verifyEmail().handle(Trial.GUEST, first)))
        .isEqualTo(RefusalCode.TOKEN_INVALID);
    trial
        .eutlas()
        .identity()
        .verifyEmail()
        .handle(Trial.GUEST, trial.mailedToken(Trial.email("ada")))
        .orElseThrow();
  }

  @Test
  void nobodyUnknownOrVerifiedIsMailedAgain() {
    trial.person("ada");
    trial.site().clock().move(Duration.ofHours(1));

    resend("ada");
    resend("nobody");
    trial.rest();

    assertThat(trial.site().mailer().letters()).hasSize(1);
  }

  private static Trial with(Settings.SignUpPolicy policy, boolean firstUserAdministers) {
    var usual = Site.SETTINGS;
    return Trial.begin(
        new Settings(
            usual.publicUrl(),
            policy,
            firstUserAdministers,
            usual.deadlines(),
            usual.retries(),
            usual.workers(),
            usual.longWork()));
  }

  private void resend(String name) {
    trial.eutlas().identity().resendVerification().handle(Trial.GUEST, Trial.email(name));
  }

  private static void signUpWithKey(Trial trial) {
    trial.eutlas().identity().signUp().handle(Trial.GUEST, withKey("ada")).orElseThrow();
  }

  private static SignUp.Command withKey(String name) {
    var plain = Trial.signUpOf(name);
    return new SignUp.Command(
        plain.email(), plain.password(), plain.name(), Optional.of(Origins.of(1)));
  }

  private Stream<MailTemplate> templates(String name) {
    return trial.site().mailer().letters(Trial.email(name)).stream().map(Letter::template);
  }

  private User user(String name) {
    return trial.site().users().findByEmail(Trial.email(name)).orElseThrow();
  }
}

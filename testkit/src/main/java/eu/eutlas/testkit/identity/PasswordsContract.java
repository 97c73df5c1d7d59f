package eu.eutlas.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eu.eutlas.application.identity.Passwords;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.PasswordHash;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.UnusualText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Passwords} holds to. */
public abstract class PasswordsContract {
  private static final int CALLERS = 8;
  private static final Secret PASSWORD = new Secret("vK9 tangerine orbit 41 zebra");

  private Passwords passwords;

  protected abstract Passwords passwords();

  @BeforeEach
  void begin() {
    passwords = passwords();
  }

  @Test
  void knowsAPasswordByItsHash() {
    var hash = passwords.hash(PASSWORD);

    assertThat(passwords.matches(PASSWORD, hash)).isTrue();
    assertThat(passwords().matches(PASSWORD, hash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "vK9 tangerine orbit 41 zebr",
        "vK9 tangerine orbit 41 zebra ",
        "vk9 tangerine orbit 41 zebra"
      })
  void refusesAnotherPassword(String other) {
    assertThat(passwords.matches(new Secret(other), passwords.hash(PASSWORD))).isFalse();
  }

  @Test
  void givesEachHashASaltOfItsOwn() {
    assertThat(passwords.hash(PASSWORD)).isNotEqualTo(passwords.hash(PASSWORD));
  }

  @Test
  void doesNotWantItsOwnHashesMadeAnew() {
    assertThat(passwords.needsRehash(passwords.hash(PASSWORD))).isFalse();
  }

  @Test
  void hidesThePassword() {
    assertThat(passwords.hash(PASSWORD).value()).doesNotContain(PASSWORD.reveal());
  }

  @Test
  void takesUnusualPasswords() {
    var password = new Secret(UnusualText.PLAIN);

    assertThat(passwords.matches(password, passwords.hash(password))).isTrue();
  }

  @Test
  void readsALongPasswordToItsEnd() {
    var hash = passwords.hash(new Secret("k".repeat(127) + "1"));

    assertThat(passwords.matches(new Secret("k".repeat(127) + "1"), hash)).isTrue();
    assertThat(passwords.matches(new Secret("k".repeat(127) + "2"), hash)).isFalse();
    assertThat(passwords.matches(new Secret("k".repeat(127)), hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "$", "$argon2id$", "password-hash"})
  void matchesNothingWithWhatIsNoHash(String text) {
    assertThat(passwords.matches(PASSWORD, new PasswordHash(text))).isFalse();
  }

  @Test
  void matchesNobodyWithoutAnAnswer() {
    assertThatCode(() -> passwords.matchNobody(PASSWORD)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password1234", "PASSWORD1234", "123456789012", "passwordpassword"})
  void knowsThePasswordsThatEverybodyTries(String bad) {
    assertThat(passwords.isKnownBad(new Secret(bad))).isTrue();
  }

  @Test
  void knowsNothingBadOfARarePassword() {
    assertThat(passwords.isKnownBad(PASSWORD)).isFalse();
    assertThat(passwords.isKnownBad(new Secret(UnusualText.PLAIN))).isFalse();
  }

  @Test
  void servesManyAtOnce() {
    var matched =
        Race.run(
            CALLERS,
            caller -> {
              var password = new Secret(PASSWORD.reveal() + caller);
              return passwords.matches(password, passwords.hash(password));
            });

    assertThat(matched).hasSize(CALLERS).containsOnly(true);
  }
}

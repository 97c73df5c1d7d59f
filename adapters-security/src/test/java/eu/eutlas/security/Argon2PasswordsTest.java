package eu.eutlas.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.PasswordHash;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordsTest {
  private static final Secret PASSWORD = new Secret("correct horse");

  private final Argon2Passwords passwords = new Argon2Passwords(2);

  @Test
  void hashesWithArgon2idAtNoLessThanOwaspAsksFor() {
    assertThat(passwords.hash(PASSWORD).value())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=3,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  /** From the tests of the reference implementation: password, salt "somesalt". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void readsTheParametersFromTheHash(String hash) {
    assertThat(passwords.matches(new Secret("password"), new PasswordHash(hash))).isTrue();
    assertThat(passwords.matches(new Secret("passwore"), new PasswordHash(hash))).isFalse();
  }

  @Test
  void wantsHashesOfOtherParametersMadeAnew() {
    var hash = passwords.hash(PASSWORD).value();

    assertThat(passwords.needsRehash(new PasswordHash(hash))).isFalse();
    for (var old : new String[] {hash.replace("t=3", "t=2"), hash.replace("m=19456", "m=65536")}) {
      assertThat(passwords.needsRehash(new PasswordHash(old))).as(old).isTrue();
    }
  }

  @Test
  void matchesNothingToWhatIsNoHash() {
    var hash = passwords.hash(PASSWORD).value();

    for (var text :
        new String[] {
          "x",
          hash + "A",
          hash.substring(0, hash.length() - 1),
          hash.replace("argon2id", "argon2i"),
          hash.replace("v=19", "v=16"),
          hash.replace("m=19456", "m=9999999"),
          hash.replace("m=19456", "m=7"),
          hash.replace("m=19456", "m=19457"),
          hash.replace("t=3", "t=4"),
          hash.replace("p=1", "p=0"),
        }) {
      assertThat(passwords.matches(PASSWORD, new PasswordHash(text))).as(text).isFalse();
    }
  }

  @Test
  void takesTheSameLettersOfAnotherKeyboard() {
    var composed = new Secret("Zo\u00eb schl\u00e4ft jetzt");
    var decomposed = new Secret("Zoe\u0308 schla\u0308ft jetzt");

    assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
  }

  @Test
  void makesTheSameTextInEveryLanguage() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      var hash = passwords.hash(PASSWORD);

      assertThat(hash.value()).startsWith("$argon2id$v=19$m=19456,");
      assertThat(passwords.matches(PASSWORD, hash)).isTrue();
      assertThat(passwords.isKnownBad(new Secret("ILOVEYOU1234"))).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void answersEverybodyWhenMoreComeThanItHashesAtOnce() throws Exception {
    var hash = passwords.hash(PASSWORD);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> logIn = () -> passwords.matches(PASSWORD, hash);

      var answers = people.invokeAll(IntStream.range(0, 8).mapToObj(i -> logIn).toList());

      assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaab",
        "121212121212",
        "abcabcabcabc",
        "123456789012",
        "210987654321",
        "111222333444",
        "abcdefghijkl",
        "qwertyuiop12",
        "qwertyuiop[]",
        "asdfghjklqwertyuiop",
        "1qaz2wsx3edc",
        "1q2w3e4r5t6y",
        "qazwsxedcrfv",
        "zxcvbnmasdfgh",
        "password1234",
        "Password1234",
        "P@ssw0rd1234",
        "passwordpassword",
        "password password",
        "MyPassword12",
        "Welcome2024!",
        "we1come12345",
        "Summer2025!!",
        "iloveyou1234",
        "adminadmin12",
        "administrator",
        "letmein123456",
        "changeme1234",
        "EUTLAS-eutlas",
        "eutlas2026!!",
        "Eutlas-admin1",
        "mongodb12345",
        "passwort1234",
        "Motdepasse2024",
        "contraseña123",
        "fußball12345",
        "correcthorsebatterystaple",
        "correct horse battery staple",
        "MayTheForceBeWithYou",
        "thequickbrownfox"
      })
  void knowsWhatEverybodyTries(String password) {
    assertThat(passwords.isKnownBad(new Secret(password))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x7Kq9ZpLw2Vt",
        "vTq8nZ4mRx1LkP0s",
        "rhododendron blossoms",
        "my dog ate 7 pancakes",
        "purple elephant on tuesday",
        "Zebrastreifen im Nebel",
        "une baleine sous la pluie",
        "monkey-dragon-77-x",
        "kR7!kR7!uW2?",
        "日本語のパスワードを使う人",
        "gorilla trampoline"
      })
  void leavesPeopleTheirOwn(String password) {
    assertThat(passwords.isKnownBad(new Secret(password))).isFalse();
  }

  @Test
  void looksAtTheLongestPasswordWithinAMoment() {
    var longest = "ab1".repeat(42) + "xy";

    for (var i = 0; i < 200; i++) {
      assertThat(passwords.isKnownBad(new Secret(longest))).isFalse();
    }
  }
}

package eu.eutlas.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.identity.Tokens;
import eu.eutlas.application.identity.Tokens.RefreshClaim;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.testkit.NearMisses;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.UnusualText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Tokens} holds to. */
public abstract class TokensContract {
  private static final Instant NOW = PinnedClock.START;
  private static final Instant EXPIRY = NOW.plus(Duration.ofMinutes(15));
  private static final SessionId SESSION = Sessions.id(1);
  private static final long GENERATION = 3;

  private Tokens tokens;

  /** Tokens with the key of a number: the same number, the same key. */
  protected abstract Tokens tokens(int key);

  @BeforeEach
  void begin() {
    tokens = tokens(1);
  }

  @Test
  void readsAnAccessTokenUntilItExpires() {
    var token = accessToken();

    assertThat(tokens.readAccessToken(token, NOW)).contains(SESSION);
    assertThat(tokens.readAccessToken(token, EXPIRY.minusSeconds(2))).contains(SESSION);
    assertThat(tokens.readAccessToken(token, EXPIRY)).isEmpty();
    assertThat(tokens.readAccessToken(token, EXPIRY.plusSeconds(1))).isEmpty();
  }

  @Test
  void readsAnAccessTokenOfItsOwnKeyOnly() {
    assertThat(tokens(1).readAccessToken(accessToken(), NOW)).contains(SESSION);
    assertThat(tokens(2).readAccessToken(accessToken(), NOW)).isEmpty();
  }

  @Test
  void makesAccessTokensOfThreeParts() {
    assertThat(accessToken().reveal()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
  }

  @Test
  void readsNoAccessTokenThatWasChanged() {
    changes(accessToken())
        .forEach(changed ->
            assertThat(tokens.readAccessToken(changed, NOW)).as(changed.reveal()).isEmpty());
  }

  @Test
  void readsNoAccessTokenThatClaimsToNeedNoSignature() {
    var payload = accessToken().reveal().split("\\.", -1)[1];
    var header = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");

    for (var signature : List.of("", "AAAA")) {
      var forged = new Secret(header + "." + payload + "." + signature);
      assertThat(tokens.readAccessToken(forged, NOW)).isEmpty();
    }
  }

  @Test
  void makesTheSameRefreshTokenOfTheSameGeneration() {
    assertThat(refreshToken()).isEqualTo(refreshToken());
    assertThat(tokens(1).refreshToken(SESSION, GENERATION)).isEqualTo(refreshToken());
    assertThat(tokens.refreshToken(SESSION, GENERATION + 1)).isNotEqualTo(refreshToken());
    assertThat(tokens.refreshToken(Sessions.id(2), GENERATION)).isNotEqualTo(refreshToken());
  }

  @Test
  void readsWhatARefreshTokenNames() {
    assertThat(tokens.readRefreshToken(refreshToken()))
        .contains(new RefreshClaim(SESSION, GENERATION));
    assertThat(tokens.readRefreshToken(tokens.refreshToken(SESSION, 1)))
        .contains(new RefreshClaim(SESSION, 1));
    assertThat(tokens.readRefreshToken(tokens.refreshToken(SESSION, Integer.MAX_VALUE + 1L)))
        .contains(new RefreshClaim(SESSION, Integer.MAX_VALUE + 1L));
  }

  @Test
  void readsARefreshTokenOfItsOwnKeyOnly() {
    assertThat(tokens(1).readRefreshToken(refreshToken())).isPresent();
    assertThat(tokens(2).readRefreshToken(refreshToken())).isEmpty();
  }

  @Test
  void readsNoRefreshTokenThatWasChanged() {
    changes(refreshToken())
        .forEach(
            changed -> assertThat(tokens.readRefreshToken(changed)).as(changed.reveal()).isEmpty());
  }

  @Test
  void takesNoTokenForAnother() {
    assertThat(tokens.readRefreshToken(accessToken())).isEmpty();
    assertThat(tokens.readAccessToken(refreshToken(), NOW)).isEmpty();
    assertThat(tokens.readAccessToken(tokens.oneTimeToken(), NOW)).isEmpty();
    assertThat(tokens.readRefreshToken(tokens.oneTimeToken())).isEmpty();
  }

  @Test
  void readsNothingInWhatIsNoToken() {
    for (var text :
        List.of("", " ", ".", "..", "...", "a.b.c", "a.b.c.d", UnusualText.ANY, "1".repeat(9999))) {
      assertThat(tokens.readAccessToken(new Secret(text), NOW)).as(text).isEmpty();
      assertThat(tokens.readRefreshToken(new Secret(text))).as(text).isEmpty();
    }
  }

  @Test
  void makesOneTimeTokensThatFitALinkAndNeverComeAgain() {
    var made = new HashSet<String>();
    for (var i = 0; i < 1000; i++) {
      var token = tokens.oneTimeToken().reveal();
      assertThat(token).matches("[A-Za-z0-9_-]{22,200}");
      made.add(token);
    }

    assertThat(made).hasSize(1000);
  }

  @Test
  void hashesATokenAlikeEachTime() {
    var token = tokens.oneTimeToken();

    assertThat(tokens.hash(token)).isEqualTo(tokens.hash(token));
    assertThat(tokens(1).hash(token)).isEqualTo(tokens.hash(token));
    assertThat(tokens.hash(tokens.oneTimeToken())).isNotEqualTo(tokens.hash(token));
    assertThat(tokens.hash(token).value()).doesNotContain(token.reveal());
  }

  @Test
  void hashesWhateverSomebodyTakesForAToken() {
    for (var text : List.of("", UnusualText.ANY, "1".repeat(9999))) {
      var token = new Secret(text);
      assertThat(tokens.hash(token)).isEqualTo(tokens.hash(token));
    }
  }

  private Secret accessToken() {
    return tokens.accessToken(Users.id(1), SESSION, NOW, EXPIRY);
  }

  private Secret refreshToken() {
    return tokens.refreshToken(SESSION, GENERATION);
  }

  private static List<Secret> changes(Secret token) {
    return NearMisses.of(token.reveal()).stream().map(Secret::new).toList();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

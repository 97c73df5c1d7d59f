package eu.eutlas.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import eu.eutlas.application.identity.Tokens.RefreshClaim;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.UserId;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedTokensTest {
  private static final SessionId SESSION = new SessionId("64b7f0000000000000000001");
  private static final UserId USER = new UserId("64b7f0000000000000000002");
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final Instant EXPIRY = NOW.plusSeconds(900);

  // Made by another program (Python's hmac) of the same key.
  private static final Secret ACCESS =
      new Secret(
          "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9."
              + "eyJpc3MiOiJldXRsYXMiLCJzdWIiOiI2NGI3ZjAwMDAwMDAwMDAwMDAwMDAwMDIiLCJzaWQiOiI2NGI3"
              + "ZjAwMDAwMDAwMDAwMDAwMDAwMDEiLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMDkwMH0."
              + "6_CP9p_AGXyr7oqT6WIdOX-JixAg_ZlVAfnKMG2dahI");
  private static final Secret REFRESH =
      new Secret("r1.64b7f0000000000000000001.7.7ozLxwHW2p7mZ9_6zJYcZzWYDTvTP5GXI3OLMuqYP80");
  private static final byte[] ACCESS_KEY =
      HexFormat.of().parseHex("cdf9dac55ddff4f626de85c9dc326326c433526de4d85239a46ffaa0e7d42627");

  private final SignedTokens tokens = new SignedTokens(Keys.ring(Keys.ONE));

  @Test
  void readsTokensOfAnotherProgramWithTheSameKey() {
    assertThat(tokens.readAccessToken(ACCESS, NOW)).contains(SESSION);
    assertThat(tokens.readRefreshToken(REFRESH)).contains(new RefreshClaim(SESSION, 7));
    assertThat(tokens.refreshToken(SESSION, 7)).isEqualTo(REFRESH);
  }

  @Test
  void saysWhatAnAccessTokenSaysAndNoMore() throws Exception {
    var token = SignedJWT.parse(tokens.accessToken(USER, SESSION, NOW, EXPIRY).reveal());

    assertThat(token.getHeader().toJSONObject())
        .containsOnlyKeys("alg", "typ")
        .containsEntry("alg", "HS256")
        .containsEntry("typ", "at+jwt");
    assertThat(token.getJWTClaimsSet().toJSONObject())
        .containsOnlyKeys("iss", "sub", "sid", "iat", "exp")
        .containsEntry("iss", "eutlas")
        .containsEntry("sub", USER.value())
        .containsEntry("sid", SESSION.value())
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("exp", EXPIRY.getEpochSecond());
  }

  @Test
  void endsAnAccessTokenAtItsExpiryWithoutLeeway() {
    assertThat(tokens.readAccessToken(ACCESS, EXPIRY.minusMillis(1))).contains(SESSION);
    assertThat(tokens.readAccessToken(ACCESS, EXPIRY)).isEmpty();
  }

  @Test
  void signsWithTheFirstKeyAndReadsWithAll() {
    var rotated = new SignedTokens(Keys.ring(Keys.TWO, Keys.ONE));
    var access = rotated.accessToken(USER, SESSION, NOW, EXPIRY);
    var refresh = rotated.refreshToken(SESSION, 8);

    assertThat(rotated.readAccessToken(ACCESS, NOW)).contains(SESSION);
    assertThat(rotated.readRefreshToken(REFRESH)).contains(new RefreshClaim(SESSION, 7));
    assertThat(rotated.readAccessToken(access, NOW)).contains(SESSION);
    assertThat(tokens.readAccessToken(access, NOW)).isEmpty();
    assertThat(tokens.readRefreshToken(refresh)).isEmpty();
  }

  @Property(tries = 1000)
  void refusesAnAccessTokenWithAnyCharacterChanged(
      @ForAll int position,
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'-', '_', '.', '=', '+', ' ', '\n'})
          @StringLength(1)
          String other) {
    var changed = changed(ACCESS, position, other);

    if (!changed.equals(ACCESS)) {
      assertThat(tokens.readAccessToken(changed, NOW)).isEmpty();
    }
  }

  @Property(tries = 1000)
  void refusesARefreshTokenWithAnyCharacterChanged(
      @ForAll int position,
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'-', '_', '.', '=', '+', ' ', '\n'})
          @StringLength(1)
          String other) {
    var changed = changed(REFRESH, position, other);

    if (!changed.equals(REFRESH)) {
      assertThat(tokens.readRefreshToken(changed)).isEmpty();
    }
  }

  /** 32 bytes leave two bits of the last character to spare: they are zero or it is no token. */
  @Test
  void refusesASecondTextOfTheSameSignature() {
    for (var token : new Secret[] {ACCESS, REFRESH}) {
      var end = token.reveal().length() - 1;
      var second = changed(token, end, "" + (char) (token.reveal().charAt(end) + 1));

      assertThat(tokens.readAccessToken(second, NOW)).isEmpty();
      assertThat(tokens.readRefreshToken(second)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", " ", "\n", ".", "A"})
  void refusesATokenWithSomethingAroundIt(String more) {
    for (var token : new Secret[] {ACCESS, REFRESH}) {
      for (var text : new String[] {token.reveal() + more, more + token.reveal()}) {
        assertThat(tokens.readAccessToken(new Secret(text), NOW)).isEmpty();
        assertThat(tokens.readRefreshToken(new Secret(text))).isEmpty();
      }
    }
  }

  @Property(tries = 500)
  void answersAbsentToAnyOtherText(@ForAll String text) {
    assertThat(tokens.readAccessToken(new Secret(text), NOW)).isEmpty();
    assertThat(tokens.readRefreshToken(new Secret(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS384", "HS512"})
  void refusesAnotherAlgorithmOfTheSameKey(String algorithm) throws JOSEException {
    var key = new byte[64];
    System.arraycopy(ACCESS_KEY, 0, key, 0, 32);

    var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).type(type("at+jwt")).build();

    assertThat(tokens.readAccessToken(signed(header, claims().build(), key), NOW)).isEmpty();
  }

  @Test
  void refusesATokenThatNobodySigned() {
    var plain = new Secret(new PlainJWT(claims().build()).serialize());
    var parts = ACCESS.reveal().split("\\.", -1);
    var none = base64("{\"typ\":\"at+jwt\",\"alg\":\"none\"}");

    assertThat(tokens.readAccessToken(plain, NOW)).isEmpty();
    assertThat(tokens.readAccessToken(new Secret(none + "." + parts[1] + "."), NOW)).isEmpty();
    assertThat(tokens.readAccessToken(new Secret(none + "." + parts[1] + "." + parts[2]), NOW))
        .isEmpty();
    assertThat(tokens.readAccessToken(new Secret(parts[0] + "." + parts[1] + "."), NOW)).isEmpty();
  }

  @Test
  void refusesAnotherKindOfTokenSignedWithItsKey() throws JOSEException {
    var jwt = new JWSHeader.Builder(JWSAlgorithm.HS256).type(type("JWT")).build();
    var critical =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(type("at+jwt")).keyID("x").build();

    assertThat(tokens.readAccessToken(signed(jwt, claims().build(), ACCESS_KEY), NOW)).isEmpty();
    assertThat(tokens.readAccessToken(signed(critical, claims().build(), ACCESS_KEY), NOW))
        .isEmpty();
    assertThat(tokens.readAccessToken(REFRESH, NOW)).isEmpty();
    assertThat(tokens.readRefreshToken(ACCESS)).isEmpty();
  }

  @Test
  void refusesClaimsThatAreNotWhole() throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(type("at+jwt")).build();

    assertThat(tokens.readAccessToken(signed(header, claims().build(), ACCESS_KEY), NOW))
        .contains(SESSION);
    for (var claims :
        new JWTClaimsSet.Builder[] {
          claims().issuer("other"),
          claims().issuer(null),
          claims().subject(null),
          claims().issueTime(null),
          claims().expirationTime(null),
          claims().claim("exp", "never"),
          claims().claim("sid", null),
          claims().claim("sid", 7),
          claims().claim("sid", "me")
        }) {
      var token = signed(header, claims.build(), ACCESS_KEY);

      assertThat(tokens.readAccessToken(token, NOW)).as(claims.build().toString()).isEmpty();
    }
  }

  @Property
  void readsEveryRefreshTokenItMade(@ForAll @LongRange(min = 1, max = 1L << 59) long generation) {
    var token = tokens.refreshToken(SESSION, generation);

    assertThat(tokens.readRefreshToken(token)).contains(new RefreshClaim(SESSION, generation));
  }

  @Test
  void makesOneTimeTokensOf256BitsThatStandInALink() {
    var token = tokens.oneTimeToken();

    assertThat(token.reveal()).matches("[A-Za-z0-9_-]{43}");
    assertThat(tokens.oneTimeToken()).isNotEqualTo(token);
  }

  /** The second example of FIPS 180-2, B.1: "abc". */
  @Test
  void hashesWithSha256() {
    assertThat(tokens.hash(new Secret("abc")).value())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static Secret changed(Secret token, int position, String other) {
    var text = token.reveal();
    var at = Math.floorMod(position, text.length());
    return new Secret(text.substring(0, at) + other + text.substring(at + 1));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("eutlas")
        .subject(USER.value())
        .claim("sid", SESSION.value())
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(EXPIRY));
  }

  private static Secret signed(JWSHeader header, JWTClaimsSet claims, byte[] key)
      throws JOSEException {
    var token = new SignedJWT(header, claims);
    token.sign(new MACSigner(key));
    return new Secret(token.serialize());
  }

  private static JOSEObjectType type(String name) {
    return new JOSEObjectType(name);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}

package eu.eutlas.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.UserId;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Access tokens as JWTs (RFC 9068 names the type), signed with HS256 and nothing else. */
final class AccessTokens {
  private static final String KEY_LABEL = "eutlas access token v1";
  private static final String ISSUER = "eutlas";
  private static final String SESSION = "sid";
  private static final int MAX_LENGTH = 2_048;

  /** The library would overlook blanks at the ends. */
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");

  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build();

  private final MACSigner signer;
  private final List<JWSVerifier> verifiers;

  AccessTokens(KeyRing keys) {
    try {
      this.signer = new MACSigner(keys.first().derive(KEY_LABEL));
      this.verifiers = keys.all().stream().map(AccessTokens::verifier).toList();
    } catch (JOSEException e) {
      throw unsupported(e);
    }
  }

  Secret issue(UserId user, SessionId session, Instant issuedAt, Instant expiresAt) {
    var token =
        new SignedJWT(
            HEADER,
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(user.value())
                .claim(SESSION, session.value())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw unsupported(e);
    }
    return new Secret(token.serialize());
  }

  /** The signature is looked at before the claims are: what is not ours is not parsed. */
  Optional<SessionId> read(Secret text, Instant now) {
    if (text.reveal().length() > MAX_LENGTH || !SHAPE.matcher(text.reveal()).matches()) {
      return Optional.empty();
    }
    try {
      var token = SignedJWT.parse(text.reveal());
      return isOurs(token) ? session(token.getJWTClaimsSet(), now) : Optional.empty();
    } catch (ParseException | InvalidValue e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT token) {
    return token.getHeader().toJSONObject().equals(HEADER.toJSONObject())
        && isCanonical(token.getSignature())
        && verifiers.stream().anyMatch(verifier -> isSigned(token, verifier));
  }

  /** The library reads base64 generously; one signature shall have one text. */
  private static boolean isCanonical(Base64URL signature) {
    return Base64URL.encode(signature.decode()).equals(signature);
  }

  private static boolean isSigned(SignedJWT token, JWSVerifier verifier) {
    try {
      return token.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }

  private static Optional<SessionId> session(JWTClaimsSet claims, Instant now)
      throws ParseException {
    var expiresAt = claims.getExpirationTime();
    var session = claims.getStringClaim(SESSION);
    if (!ISSUER.equals(claims.getIssuer())
        || claims.getSubject() == null
        || claims.getIssueTime() == null
        || session == null
        || expiresAt == null
        || !now.isBefore(expiresAt.toInstant())) {
      return Optional.empty();
    }
    return Optional.of(new SessionId(session));
  }

  private static JWSVerifier verifier(KeyRing.Key key) {
    try {
      return new MACVerifier(key.derive(KEY_LABEL));
    } catch (JOSEException e) {
      throw unsupported(e);
    }
  }

  private static IllegalStateException unsupported(JOSEException cause) {
    return new IllegalStateException("This Java cannot sign with HS256.", cause);
  }
}

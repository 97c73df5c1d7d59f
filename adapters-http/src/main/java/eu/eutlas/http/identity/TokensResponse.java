package eu.eutlas.http.identity;

import eu.eutlas.application.identity.SignedIn;
import eu.eutlas.domain.identity.ClientKind;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a session.
 *
 * @param expiresIn seconds until the access token expires
 * @param refreshToken null for the console, which has it in a cookie
 */
record TokensResponse(
    String accessToken, long expiresIn, @Nullable String refreshToken, UserResponse user) {
  static TokensResponse of(SignedIn signedIn) {
    var inBody = signedIn.client() == ClientKind.PROGRAM;
    return new TokensResponse(
        signedIn.accessToken().reveal(),
        signedIn.expiresIn().toSeconds(),
        inBody ? signedIn.refreshToken().reveal() : null,
        UserResponse.of(signedIn.user()));
  }
}

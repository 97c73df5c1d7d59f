package eu.eutlas.http.identity;

import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Session;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.Set;

/**
 * The cookie that keeps the console's refresh token where scripts cannot read it. It goes to the
 * routes below {@code /auth} only, and never with a request that another site causes.
 */
public final class RefreshCookie {
  static final String NAME = "eutlas_refresh";
  private static final String PATH = "/api/v1/auth";
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final boolean secure;

  /**
   * @param secure whether people reach the console by https
   */
  public RefreshCookie(boolean secure) {
    this.secure = secure;
  }

  NewCookie keep(Secret refreshToken) {
    return builder().value(refreshToken.reveal()).maxAge((int) Session.LASTS.toSeconds()).build();
  }

  NewCookie clear() {
    return builder().value("").maxAge(0).build();
  }

  /**
   * The token in the cookie. SameSite counts all ports of a machine as one site; browsers that tell
   * the origin are held to it.
   */
  Optional<Secret> read(HttpHeaders headers) {
    var site = headers.getHeaderString("Sec-Fetch-Site");
    return Optional.ofNullable(headers.getCookies().get(NAME))
        .filter(cookie -> site == null || OWN_SITE.contains(site))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .map(Secret::new);
  }

  private NewCookie.Builder builder() {
    return new NewCookie.Builder(NAME)
        .path(PATH)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT);
  }
}

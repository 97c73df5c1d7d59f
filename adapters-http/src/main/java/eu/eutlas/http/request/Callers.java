package eu.eutlas.http.request;

import eu.eutlas.domain.Text;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import eu.eutlas.http.correlation.CorrelationIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;

/** Tells where a request came from. */
public final class Callers {
  private static final int LONGEST_AGENT = 200;

  private Callers() {}

  public static Actor.Guest guest(HttpServletRequest request) {
    return new Actor.Guest(caller(request));
  }

  static Caller caller(HttpServletRequest request) {
    return new Caller(request.getRemoteAddr(), userAgent(request), CorrelationIds.of(request));
  }

  /** It is shown to people in events, so it is plain and short. */
  private static String userAgent(HttpServletRequest request) {
    var given = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    var plain = Text.isPlain(given) ? given : "";
    return plain.substring(0, Math.min(plain.length(), LONGEST_AGENT));
  }
}

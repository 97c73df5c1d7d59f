package eu.eutlas.bootstrap;

import eu.eutlas.bootstrap.config.Credentials;
import eu.eutlas.domain.Secret;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what the operations port is for, and nothing else that the framework has put there
 * (threads, log levels, garbage collection). Health and readiness are open, because a load balancer
 * keeps no password and they tell no more than whether, and what, is not well; metrics want the
 * credentials where there are any; commands of this machine bring a token of their own.
 */
final class OperationsGuard implements Filter {
  private static final Set<String> OPEN =
      Set.of(
          "/healthcheck",
          "/ready",
          Control.PATH + Control.ADMINISTRATORS,
          Control.PATH + Control.BACKUPS);
  private static final String METRICS = "/metrics";
  private static final String SCHEME = "Basic ";

  private final Optional<Secret> wanted;

  OperationsGuard(Optional<Credentials> credentials) {
    this.wanted = credentials.map(OperationsGuard::encoded);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    var path = asked.getRequestURI();
    if (OPEN.contains(path) || (path.equals(METRICS) && isAllowed(asked))) {
      chain.doFilter(request, response);
    } else {
      refuse((HttpServletResponse) response, path.equals(METRICS));
    }
  }

  private boolean isAllowed(HttpServletRequest request) {
    return wanted.isEmpty() || isIt(wanted.get(), request.getHeader("Authorization"));
  }

  /** Secrets compare in constant time, so that the time tells nothing. */
  private static boolean isIt(Secret wanted, @Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && wanted.equals(new Secret(header.substring(SCHEME.length()).strip()));
  }

  private static void refuse(HttpServletResponse response, boolean wantsCredentials)
      throws IOException {
    response.setContentType("text/plain;charset=utf-8");
    if (wantsCredentials) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader(
          "WWW-Authenticate", "Basic realm=\"EUTLAS operations\", charset=\"UTF-8\"");
      response.getWriter().println("The metrics want the credentials of the operations port.");
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      response.getWriter().println("There is no such page.");
    }
  }

  private static Secret encoded(Credentials credentials) {
    var plain = credentials.username() + ":" + credentials.password().reveal();
    return new Secret(Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
  }
}

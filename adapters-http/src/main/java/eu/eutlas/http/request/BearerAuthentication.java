package eu.eutlas.http.request;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.identity.Authenticate;
import eu.eutlas.domain.Secret;
import eu.eutlas.http.problem.RefusedException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks, by {@code Authorization: Bearer} (RFC 6750, 2.1) and nothing else: a token in
 * a URL would end up in logs.
 */
@Priority(Priorities.AUTHENTICATION)
public final class BearerAuthentication implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Authenticate authenticate;
  private final Provider<HttpServletRequest> http;

  @Inject
  public BearerAuthentication(Authenticate authenticate, Provider<HttpServletRequest> http) {
    this.authenticate = authenticate;
    this.http = http;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var token =
        token(request.getHeaderString(HttpHeaders.AUTHORIZATION))
            .orElseThrow(() -> new RefusedException(Authorizer.unauthenticated()));
    var caller = Callers.caller(http.get());
    var person = RefusedException.orThrow(authenticate.handle(token, caller));
    var secure = request.getSecurityContext().isSecure();
    request.setSecurityContext(new Known(new Visitor(person, token), secure));
  }

  private static Optional<Secret> token(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty())
        .map(Secret::new);
  }

  private record Known(Visitor visitor, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return visitor;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}

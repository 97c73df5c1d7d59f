package eu.eutlas.http.request;

import eu.eutlas.application.Origins;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Refusal;
import eu.eutlas.http.json.JsonBodies;
import eu.eutlas.http.problem.RefusedException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key under which the same request, sent again, is known. */
public final class Idempotency {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Optional<String> key;
  private final ContainerRequestContext request;
  private final InstantSource clock;

  public Idempotency(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context ContainerRequestContext request,
      @Context InstantSource clock) {
    this.key = Optional.ofNullable(key);
    this.request = request;
    this.clock = clock;
  }

  /** The origin of what a visitor creates; absent when no key was given. */
  public Optional<OriginKey> origin(Visitor visitor) {
    var principal = visitor.getName();
    return checked().map(given -> origin(principal, given, JsonBodies.canonical(request)));
  }

  /**
   * The origin of what is created with a password in the body. The body's hash is kept for a day,
   * so it has to be as slow to guess as the password's own.
   */
  public Optional<OriginKey> originOfSecret(String principal) {
    return checked()
        .map(given ->
            origin(
                principal,
                given,
                SlowHash.of(JsonBodies.canonical(request), principal + '\n' + given)));
  }

  private Optional<String> checked() {
    return key.map(given -> {
      if (!SHAPE.matcher(given).matches()) {
        throw new RefusedException(
            Refusal.invalid("Idempotency-Key", "A key has 1 to 64 of A-Z a-z 0-9 _ -"));
      }
      return given;
    });
  }

  private OriginKey origin(String principal, String given, String body) {
    var route = request.getMethod() + ' ' + request.getUriInfo().getPath();
    return Origins.of(principal, route, given, body, clock.instant());
  }
}

package eu.eutlas.http.identity;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.identity.Identity;
import eu.eutlas.application.identity.SignUp;
import eu.eutlas.application.identity.SignedIn;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.problem.RefusedException;
import eu.eutlas.http.request.Callers;
import eu.eutlas.http.request.Idempotency;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Signing up, logging in and out. */
@Path("/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AuthResource {
  private final Identity identity;
  private final RefreshCookie cookie;

  public AuthResource(Identity identity, RefreshCookie cookie) {
    this.identity = identity;
    this.cookie = cookie;
  }

  @POST
  @Path("/signup")
  @Status(201)
  public Answer<SignUpResponse> signUp(
      @Context HttpServletRequest http, @BeanParam Idempotency idempotency, SignUpRequest request) {
    var origin = idempotency.originOfSecret("signup:" + request.email());
    var command = new SignUp.Command(request.email(), request.password(), request.name(), origin);
    var created = orThrow(identity.signUp().handle(Callers.guest(http), command));
    return Answer.of(SignUpResponse.of(created.value(), request.email()))
        .replayed(created.replayed());
  }

  @POST
  @Path("/login")
  public Answer<TokensResponse> logIn(@Context HttpServletRequest http, LogInRequest request) {
    return signedIn(orThrow(identity.logIn().handle(Callers.guest(http), request.command())));
  }

  @POST
  @Path("/refresh")
  public Answer<TokensResponse> refresh(
      @Context HttpServletRequest http, @Context HttpHeaders headers, RefreshRequest request) {
    var token =
        request
            .refreshToken()
            .or(() -> cookie.read(headers))
            .orElseThrow(() -> new RefusedException(Authorizer.unauthenticated()));
    return signedIn(orThrow(identity.refreshSession().handle(Callers.guest(http), token)));
  }

  @POST
  @Path("/logout")
  public Answer<Void> logOut(@Auth Visitor visitor) {
    orThrow(identity.logOut().handle(visitor.person()));
    return Answer.nothing().cookie(cookie.clear());
  }

  @POST
  @Path("/verify-email")
  public UserResponse verifyEmail(@Context HttpServletRequest http, VerifyEmailRequest request) {
    return UserResponse.of(
        orThrow(identity.verifyEmail().handle(Callers.guest(http), request.token())));
  }

  /** Answers alike whether or not there is such an account. */
  @POST
  @Path("/resend-verification")
  public void resendVerification(
      @Context HttpServletRequest http, ResendVerificationRequest request) {
    identity.resendVerification().handle(Callers.guest(http), request.email());
  }

  private Answer<TokensResponse> signedIn(SignedIn signedIn) {
    var answer = Answer.of(TokensResponse.of(signedIn));
    return signedIn.client() == ClientKind.CONSOLE
        ? answer.cookie(cookie.keep(signedIn.refreshToken()))
        : answer;
  }
}

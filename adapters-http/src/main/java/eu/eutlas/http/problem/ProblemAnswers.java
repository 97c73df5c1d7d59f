package eu.eutlas.http.problem;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Refusal;
import eu.eutlas.http.correlation.CorrelationIds;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever a request can end with, other than success, into a problem. The text of a cause
 * never leaves the process: the log has it, under the correlation id.
 */
@Priority(1)
public final class ProblemAnswers implements ExceptionMapper<Throwable> {
  private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Problems problems;
  private final Provider<HttpServletRequest> request;

  @Inject
  public ProblemAnswers(Problems problems, Provider<HttpServletRequest> request) {
    this.problems = problems;
    this.request = request;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    return switch (thrown) {
      case RefusedException refused -> refused(refused.refusal());
      case ProblemException problem ->
          answer(problems.of(problem.code(), problem.detail(), correlationId())).build();
      case ParamException.PathParamException ignored -> refused(Refusal.notFound("resource"));
      case ParamException parameter ->
          refused(Refusal.invalid(parameter.getParameterName(), "Its value is not valid."));
      case WebApplicationException http -> http(http);
      case PortFailure failure -> failed(failure);
      default -> bug(thrown);
    };
  }

  private Response refused(Refusal refusal) {
    var answer = answer(problems.of(refusal, correlationId()));
    return switch (refusal) {
      case Refusal.Unauthenticated ignored ->
          answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
      case Refusal.TryLater later -> retryAfter(answer, later.after());
      case Refusal.Forbidden ignored -> answer.build();
      case Refusal.NotFound ignored -> answer.build();
      case Refusal.Conflict ignored -> answer.build();
      case Refusal.Stale ignored -> answer.build();
      case Refusal.Invalid ignored -> answer.build();
    };
  }

  private Response http(WebApplicationException thrown) {
    var status = thrown.getResponse().getStatus();
    if (status < 400) {
      return thrown.getResponse();
    }
    if (status >= 500) {
      return bug(thrown);
    }
    var answer = answer(problems.ofStatus(status, correlationId()));
    var allow = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  private Response failed(PortFailure failure) {
    return switch (failure) {
      case PortFailure.Unavailable unavailable -> later(ProblemCode.UNAVAILABLE, unavailable);
      case PortFailure.OutcomeUnknown unknown -> later(ProblemCode.OUTCOME_UNKNOWN, unknown);
      case PortFailure.Rejected rejected -> bug(rejected);
      case PortFailure.Duplicate duplicate -> bug(duplicate);
    };
  }

  private Response later(ProblemCode code, PortFailure failure) {
    log.warn("{} was answered.", code, failure);
    return retryAfter(answer(problems.of(code, code.meaning(), correlationId())), SOON);
  }

  private Response bug(Throwable thrown) {
    log.error("A request ended in an unexpected way.", thrown);
    var code = ProblemCode.INTERNAL;
    return answer(problems.of(code, code.meaning(), correlationId())).build();
  }

  private static Response retryAfter(Response.ResponseBuilder answer, Duration time) {
    return answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, time.toSeconds())).build();
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }

  private String correlationId() {
    return CorrelationIds.of(request.get()).value();
  }
}

package eu.eutlas.http.answer;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import org.glassfish.jersey.server.ExtendedUriInfo;

/** Sends answers: status and headers, and 304 to who has the same already. */
public final class Answers implements ContainerResponseFilter {
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Answer<?> answer)) {
      return;
    }
    response.setEntity(answer.body());
    response.setStatus(answer.body() == null ? NO_CONTENT : status(answer, request));
    answer.headers().forEach(header -> response.getHeaders().add(header.name(), header.value()));
    // Who asks for the head alone would wait for the end of a stream.
    var endless = answer.body() instanceof StreamingOutput;
    if (endless && request.getMethod().equals(HttpMethod.HEAD)) {
      response.setEntity(null);
    }
    if (answer.validated() && isKnown(request, response)) {
      response.setEntity(null);
      response.setStatus(NOT_MODIFIED);
    }
  }

  private static int status(Answer<?> answer, ContainerRequestContext request) {
    if (answer.status() != 0) {
      return answer.status();
    }
    var method =
        ((ExtendedUriInfo) request.getUriInfo())
            .getMatchedResourceMethod()
            .getInvocable()
            .getHandlingMethod();
    var status = method.getAnnotation(Status.class);
    return status == null ? OK : status.value();
  }

  private static boolean isKnown(
      ContainerRequestContext request, ContainerResponseContext response) {
    var tag = response.getHeaderString(HttpHeaders.ETAG);
    var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    var reads =
        request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    return reads
        && tag != null
        && known != null
        && (known.strip().equals("*") || names(known, tag));
  }

  /** Compared weakly, as RFC 9110 wants it here (13.1.2). */
  private static boolean names(String known, String tag) {
    return Arrays.stream(known.split(","))
        .map(String::strip)
        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
        .anyMatch(tag::equals);
  }
}

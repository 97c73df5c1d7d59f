package eu.eutlas.http.server;

import eu.eutlas.http.correlation.CorrelationIds;
import eu.eutlas.http.json.Json;
import eu.eutlas.http.problem.Problem;
import eu.eutlas.http.problem.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Tells as problems what Jetty refuses before a request reaches anything of ours. */
public final class JettyProblems extends ErrorHandler {
  private final Problems problems;

  public JettyProblems(Problems problems) {
    this.problems = problems;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback)
      throws IOException {
    var correlationId =
        CorrelationIds.knownOrNew(request.getAttribute(CorrelationIds.ATTRIBUTE)).value();
    var problem = problems.ofStatus(status, correlationId);
    response.setStatus(problem.status());
    response.getHeaders().put(CorrelationIds.HEADER, correlationId);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(Json.ANSWERS.writeValueAsBytes(problem)), callback);
  }
}

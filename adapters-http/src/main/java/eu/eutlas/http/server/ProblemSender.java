package eu.eutlas.http.server;

import eu.eutlas.http.correlation.CorrelationIds;
import eu.eutlas.http.json.Json;
import eu.eutlas.http.problem.Problem;
import eu.eutlas.http.problem.ProblemCode;
import eu.eutlas.http.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends problems from outside the API's own routes. */
final class ProblemSender {
  private final Problems problems;

  ProblemSender(Problems problems) {
    this.problems = problems;
  }

  void send(HttpServletRequest request, HttpServletResponse response, ProblemCode code)
      throws IOException {
    var correlationId = CorrelationIds.of(request).value();
    var body = Json.ANSWERS.writeValueAsBytes(problems.of(code, code.meaning(), correlationId));
    response.setStatus(code.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

package eu.eutlas.bootstrap;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 200 when this node may be given work, and otherwise 503 with what is wrong, a line each.
 */
final class ReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Readiness readiness;

  ReadyServlet(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var complaints = readiness.complaints();
    response.setStatus(
        complaints.isEmpty()
            ? HttpServletResponse.SC_OK
            : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    var writer = response.getWriter();
    if (complaints.isEmpty()) {
      writer.println("ready");
    }
    complaints.forEach((name, sentence) -> writer.println(name + ": " + sentence));
  }
}

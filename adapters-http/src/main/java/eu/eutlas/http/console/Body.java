package eu.eutlas.http.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The end of an answer: its length, and its content unless only the head was asked for. */
final class Body {
  private Body() {}

  static void send(HttpServletRequest request, HttpServletResponse response, byte[] content)
      throws IOException {
    response.setContentLength(content.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(content);
    }
  }
}

package eu.eutlas.http.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is left of a body that was refused before its end, up to 4 MiB: most clients read no
 * answer before they have sent everything.
 */
public final class BodyDrain implements Filter {
  private static final Logger log = LoggerFactory.getLogger(BodyDrain.class);
  private static final int MOST = 4 * 1024 * 1024;
  private static final int AT_ONCE = 8 * 1024;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (hasBody((HttpServletRequest) request) && !request.isAsyncStarted()) {
      drain(request);
    }
  }

  /** A body announces itself in one of two ways (RFC 9112, 6.3). */
  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static void drain(ServletRequest request) {
    try {
      var body = request.getInputStream();
      var buffer = new byte[AT_ONCE];
      for (var left = MOST; left > 0 && !body.isFinished(); ) {
        var read = body.read(buffer);
        left = read < 0 ? 0 : left - read;
      }
    } catch (IOException | IllegalStateException e) {
      log.debug("The rest of a body was not read.", e);
    }
  }
}

package eu.eutlas.http.answer;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Cuts the connection of an answer that fails after its beginning was sent. Jersey would end it
 * like a whole one, and nobody could tell that the rest is missing.
 */
public final class WholeAnswers implements Filter {
  private static final String BROKEN = "eutlas.brokenAnswer";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (request.getAttribute(BROKEN) != null) {
      throw new IOException("An answer broke off; its client sees that.");
    }
  }

  /** Notices the failure inside Jersey, which tells nobody outside. */
  public static final class Watch implements WriterInterceptor {
    private final Provider<HttpServletRequest> request;
    private final Provider<HttpServletResponse> response;

    @Inject
    public Watch(Provider<HttpServletRequest> request, Provider<HttpServletResponse> response) {
      this.request = request;
      this.response = response;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      var whole = false;
      try {
        context.proceed();
        whole = true;
      } finally {
        if (!whole && response.get().isCommitted()) {
          request.get().setAttribute(BROKEN, true);
        }
      }
    }
  }
}

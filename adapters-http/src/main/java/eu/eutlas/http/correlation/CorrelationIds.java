package eu.eutlas.http.correlation;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.identity.CorrelationId;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Gives every exchange its correlation id: the client's if it is sane, a new one otherwise. */
public final class CorrelationIds implements Filter {
  public static final String HEADER = "X-Correlation-Id";

  /** Where a request keeps it. */
  public static final String ATTRIBUTE = "eutlas.correlationId";

  private static final String LOGGED = "correlationId";

  /** The id of a request; made now for one that has not passed the filter. */
  public static CorrelationId of(ServletRequest request) {
    var id = knownOrNew(request.getAttribute(ATTRIBUTE));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /** The id that a request keeps, or a new one. */
  public static CorrelationId knownOrNew(@Nullable Object attribute) {
    return attribute instanceof CorrelationId known
        ? known
        : new CorrelationId(UUID.randomUUID().toString());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    take(((HttpServletRequest) request).getHeader(HEADER), request);
    var id = of(request);
    ((HttpServletResponse) response).setHeader(HEADER, id.value());
    MDC.put(LOGGED, id.value());
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(LOGGED);
    }
  }

  private static void take(@Nullable String given, ServletRequest request) {
    if (given != null) {
      try {
        request.setAttribute(ATTRIBUTE, new CorrelationId(given));
      } catch (InvalidValue e) {
        // Not sane: the request gets one of ours.
        request.removeAttribute(ATTRIBUTE);
      }
    }
  }
}

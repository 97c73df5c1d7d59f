package eu.eutlas.http.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers by which browsers keep to what is meant. What the API answers is never kept, shown as a
 * page or loaded by other sites; pages set a policy of their own.
 */
public final class SecurityHeaders implements Filter {
  private static final String API = "/api";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletResponse) response;
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("Referrer-Policy", "no-referrer");
    http.setHeader("X-Frame-Options", "DENY");
    http.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    var path = ((HttpServletRequest) request).getRequestURI();
    if (path.equals(API) || path.startsWith(API + "/")) {
      http.setHeader("Cache-Control", "no-store");
      http.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    chain.doFilter(request, response);
  }
}

package eu.eutlas.http.server;

import eu.eutlas.http.problem.ProblemCode;
import eu.eutlas.http.problem.Problems;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers only under this machine's own names, so that no page on the web can reach a server on
 * loopback by a name of its own that leads there (DNS rebinding).
 */
public final class HostCheck implements Filter {
  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String publicHost;
  private final ProblemSender problems;

  public HostCheck(URI publicUrl, Problems problems) {
    this.publicHost = publicUrl.getHost().toLowerCase(Locale.ROOT);
    this.problems = new ProblemSender(problems);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var host = host(((HttpServletRequest) request).getHeader("Host"));
    if (OWN.contains(host) || host.equals(publicHost)) {
      chain.doFilter(request, response);
    } else {
      problems.send(
          (HttpServletRequest) request,
          (HttpServletResponse) response,
          ProblemCode.HOST_NOT_ALLOWED);
    }
  }

  /** The host without its port. */
  private static String host(@Nullable String header) {
    if (header == null) {
      return "";
    }
    var end = header.lastIndexOf(':');
    var hasPort = end > header.lastIndexOf(']');
    return (hasPort ? header.substring(0, end) : header).toLowerCase(Locale.ROOT);
  }
}

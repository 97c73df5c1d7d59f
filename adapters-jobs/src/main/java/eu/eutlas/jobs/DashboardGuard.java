package eu.eutlas.jobs;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What JobRunr's handlers leave out. Other people's pages run in the same browser as the dashboard:
 * they may neither speak to it under a name of theirs that points here, nor change anything with a
 * request of their own, nor show it in a frame.
 */
final class DashboardGuard extends Filter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

  private final boolean onlyLoopbackNames;

  DashboardGuard(boolean onlyLoopbackNames) {
    this.onlyLoopbackNames = onlyLoopbackNames;
  }

  @Override
  public String description() {
    return "refuses what comes from other people's pages";
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.add("X-Frame-Options", "DENY");
    headers.add("X-Content-Type-Options", "nosniff");
    headers.add("Referrer-Policy", "no-referrer");
    // The pages of JobRunr ask its makers for news and new versions: not from here.
    headers.add(
        "Content-Security-Policy",
        "connect-src 'self'; frame-ancestors 'none'; form-action 'none'");
    if (!METHODS.contains(exchange.getRequestMethod())) {
      refuse(exchange, HttpURLConnection.HTTP_BAD_METHOD, "This method does nothing here.");
    } else if (!isNamedRight(exchange)) {
      refuse(
          exchange, HttpURLConnection.HTTP_FORBIDDEN, "Ask for localhost, not for another name.");
    } else if (!comesFromHere(exchange)) {
      refuse(exchange, HttpURLConnection.HTTP_FORBIDDEN, "This request comes from another site.");
    } else if (exchange.getRequestURI().getPath().contains("..")) {
      refuse(exchange, HttpURLConnection.HTTP_NOT_FOUND, "There is no such page.");
    } else {
      chain.doFilter(exchange);
    }
  }

  /** Against names that were made to point here (DNS rebinding). */
  private boolean isNamedRight(HttpExchange exchange) {
    return !onlyLoopbackNames
        || host(exchange).map(DashboardGuard::withoutPort).filter(LOOPBACK::contains).isPresent();
  }

  private static boolean comesFromHere(HttpExchange exchange) {
    var site = header(exchange, "Sec-Fetch-Site");
    if (exchange.getRequestMethod().equals("GET")) {
      var isNavigation = header(exchange, "Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
      return isNavigation || site.filter("cross-site"::equals).isEmpty();
    }
    // Programs send neither of the two; every browser sends at least one.
    return site.map("same-origin"::equals).orElse(true)
        && header(exchange, "Origin")
            .map(origin -> authority(origin).equals(host(exchange)))
            .orElse(true);
  }

  private static Optional<String> host(HttpExchange exchange) {
    return header(exchange, "Host").map(host -> host.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority())
          .map(authority -> authority.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAnOrigin) {
      return Optional.empty();
    }
  }

  /** A header that is sent twice is neither of the two. */
  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().get(name))
        .map(values -> String.join(", ", values));
  }

  private static String withoutPort(String host) {
    var colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static void refuse(HttpExchange exchange, int status, String sentence)
      throws IOException {
    var body = sentence.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}

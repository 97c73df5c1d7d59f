package eu.eutlas.http.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a request takes, and what it has already. A header that makes no sense says nothing. */
final class Accepted {
  private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(;|$)");

  private Accepted() {}

  /** Whether the client reads this encoding. */
  static boolean encoding(HttpServletRequest request, String encoding) {
    return takes(request, "Accept-Encoding", encoding);
  }

  /** Whether a page is wanted: browsers name HTML when a person goes to an address. */
  static boolean pages(HttpServletRequest request) {
    return takes(request, "Accept", "text/html");
  }

  /** Whether the client holds this form of the file already. */
  static boolean isKnown(HttpServletRequest request, String tag) {
    return values(request, "If-None-Match")
        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
        .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }

  private static boolean takes(HttpServletRequest request, String header, String wanted) {
    return values(request, header)
        .map(each -> each.toLowerCase(Locale.ROOT))
        .filter(each -> !REFUSED.matcher(each).find())
        .anyMatch(each -> withoutParameters(each).equals(wanted));
  }

  private static String withoutParameters(String value) {
    var end = value.indexOf(';');
    return end < 0 ? value : value.substring(0, end).strip();
  }

  private static Stream<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(each -> Stream.of(each.split(",", -1)))
        .map(String::strip);
  }
}

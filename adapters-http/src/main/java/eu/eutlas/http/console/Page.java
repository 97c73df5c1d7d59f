package eu.eutlas.http.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A page of the console. Each answer has a nonce of its own, by which the page's own styles are
 * known; it is never kept anywhere.
 */
final class Page {
  private static final String PLACE = "__STYLE_NONCE__";
  private static final int NONCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-"
          + PLACE
          + "';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final String FEATURES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  private final String template;

  Page(byte[] template) {
    this.template = new String(template, StandardCharsets.UTF_8);
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var nonce = nonce();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", POLICY.replace(PLACE, nonce));
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", FEATURES);
    response.setContentType(MediaType.HTML.header());
    Body.send(request, response, template.replace(PLACE, nonce).getBytes(StandardCharsets.UTF_8));
  }

  private static String nonce() {
    var bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package eu.eutlas.mail;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where to hand mails over, and how. */
public record SmtpServer(String host, int port, Protection protection, Optional<Login> login) {
  private static final int SUBMISSION_PORT = 587;
  private static final int SUBMISSIONS_PORT = 465;
  private static final int MAX_PORT = 65_535;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.*\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");
  private static final String SHAPE =
      "The SMTP URL reads smtp://user:password@host:587 or smtps://user:password@host:465. ";

  public SmtpServer {
    InvalidValue.unless(!host.isBlank(), SHAPE + "It needs a host.");
    InvalidValue.unless(port >= 1 && port <= MAX_PORT, SHAPE + "A port is 1 to 65535.");
  }

  /** What keeps others from reading along. */
  public enum Protection {
    /** TLS from the first byte. */
    TLS,
    /** TLS before anything is said; a server that does not offer it gets no mail. */
    STARTTLS,
    /** Nothing: on the machine itself, or because somebody said so. */
    NONE
  }

  /** Who we are to the server. */
  public record Login(String user, Secret password) {}

  /**
   * Reads an SMTP URL. {@code smtps} is TLS from the start. {@code smtp} requires STARTTLS, but on
   * loopback and after {@code ?tls=none} it is in the clear; {@code ?tls=required} requires it on
   * loopback too. Special characters of user and password are percent-encoded.
   *
   * @throws InvalidValue with a sentence that shows no part of the URL, as the password may stand
   *     anywhere in a wrong one
   */
  public static SmtpServer parse(Secret url) {
    var uri = uri(url.reveal().strip());
    var host = host(uri);
    var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "smtp" ->
          new SmtpServer(host, port(uri, SUBMISSION_PORT), protection(uri, host), login(uri));
      case "smtps" -> {
        InvalidValue.unless(uri.getRawQuery() == null, SHAPE + "smtps takes no options.");
        yield new SmtpServer(host, port(uri, SUBMISSIONS_PORT), Protection.TLS, login(uri));
      }
      default -> throw new InvalidValue(SHAPE + "It begins with smtp:// or smtps://.");
    };
  }

  private static URI uri(String url) {
    try {
      var uri = new URI(url);
      var path = uri.getRawPath();
      InvalidValue.unless(
          uri.getHost() != null
              && uri.getRawFragment() == null
              && (path == null || path.isEmpty() || path.equals("/")),
          SHAPE + "Write special characters of the password percent-encoded, such as %40 for @.");
      return uri;
    } catch (URISyntaxException e) {
      // The cause would show the URL.
      throw new InvalidValue(
          SHAPE + "Write special characters of the password percent-encoded, such as %40 for @.");
    }
  }

  private static String host(URI uri) {
    return uri.getHost().replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri, int standard) {
    return uri.getPort() == -1 ? standard : uri.getPort();
  }

  private static Protection protection(URI uri, String host) {
    var loopback = LOOPBACK.matcher(host).matches();
    return switch (uri.getRawQuery()) {
      case null -> loopback ? Protection.NONE : Protection.STARTTLS;
      case "tls=required" -> Protection.STARTTLS;
      case "tls=none" -> Protection.NONE;
      default -> throw new InvalidValue(SHAPE + "Its only option is ?tls=none or ?tls=required.");
    };
  }

  private static Optional<Login> login(URI uri) {
    return Optional.ofNullable(uri.getRawUserInfo()).map(SmtpServer::login);
  }

  private static Login login(String userInfo) {
    var colon = userInfo.indexOf(':');
    InvalidValue.unless(
        colon > 0 && colon < userInfo.length() - 1, SHAPE + "A user and a password go together.");
    return new Login(
        decode(userInfo.substring(0, colon)), new Secret(decode(userInfo.substring(colon + 1))));
  }

  private static String decode(String encoded) {
    // URLDecoder is made for forms, where a plus is a space.
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

package eu.eutlas.http;

import java.net.URI;
import java.time.Duration;

/**
 * How the API is reached.
 *
 * @param publicUrl under which people reach it, without a slash at its end
 * @param localMode whether this is a local installation: only this machine's names are answered
 *     under, and there is an outbox to read
 * @param heartbeat after how long a silent event stream says that it is alive
 */
public record HttpSettings(URI publicUrl, boolean localMode, Duration heartbeat) {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  public static HttpSettings at(URI publicUrl, boolean localMode) {
    return new HttpSettings(publicUrl, localMode, HEARTBEAT);
  }

  boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }
}

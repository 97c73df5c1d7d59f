package eu.eutlas.storage;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How backups are kept in a bucket.
 *
 * @param endpoint of a store that is not Amazon's, such as https://s3.example.org
 * @param region as the store names it; stores without regions take any word, such as us-east-1
 * @param prefix before each key, so that a bucket can hold other things too; empty, or ending with
 *     a slash
 * @param pathStyle whether the bucket's name stands in the path of an address instead of in the
 *     name of the host; most stores that are not Amazon's want that
 */
public record S3Settings(
    Optional<URI> endpoint,
    String region,
    String bucket,
    String prefix,
    boolean pathStyle,
    Credentials credentials,
    ServerSide serverSide,
    Patience patience) {
  private static final Pattern BUCKET =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9._-]+/)*");
  private static final int LONGEST_PREFIX = 256;

  public S3Settings {
    endpoint.ifPresent(S3Settings::check);
    InvalidValue.unless(
        REGION.matcher(region).matches(),
        "The S3 region is a word such as eu-central-1; where a store has no regions, us-east-1.");
    InvalidValue.unless(
        BUCKET.matcher(bucket).matches(),
        "The S3 bucket's name has 3 to 63 letters, digits, dots and dashes; it is not an address.");
    InvalidValue.unless(
        prefix.length() <= LONGEST_PREFIX && PREFIX.matcher(prefix).matches(),
        "The S3 prefix is empty, or ends with a slash and does not begin with one, such as"
            + " eutlas/.");
  }

  private static void check(URI endpoint) {
    var scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
    InvalidValue.unless(
        (scheme.equals("https") || scheme.equals("http")) && endpoint.getHost() != null,
        "The S3 endpoint is an address with its scheme, such as https://s3.example.org.");
    InvalidValue.unless(
        endpoint.getUserInfo() == null
            && endpoint.getQuery() == null
            && endpoint.getFragment() == null
            && (endpoint.getPath().isEmpty() || endpoint.getPath().equals("/")),
        "The S3 endpoint is scheme, host and port alone: the bucket is a setting of its own.");
  }

  /** Where the store is, in words. */
  String place() {
    return endpoint.map(URI::toString).orElse("Amazon S3 in " + region);
  }

  /** Who EUTLAS is to the store. */
  public sealed interface Credentials {}

  /** A pair of keys. */
  public record AccessKey(String id, Secret secret) implements Credentials {
    public AccessKey {
      InvalidValue.unless(
          !id.isBlank() && id.strip().equals(id), "The S3 access key's id is one word.");
      InvalidValue.unless(
          !secret.reveal().isBlank() && secret.reveal().strip().equals(secret.reveal()),
          "The S3 secret key is one word, without spaces or line breaks around it.");
    }
  }

  /**
   * What the machine has: Amazon's environment variables, its credentials file, or the role of the
   * machine.
   */
  public record OfTheMachine() implements Credentials {}

  /** How the store itself encrypts, beside what EUTLAS does. */
  public sealed interface ServerSide {}

  /** As the bucket says. */
  public record AsTheBucketSays() implements ServerSide {}

  /** With the store's own key (AES256). */
  public record StoresKey() implements ServerSide {}

  /** With a key of its key service (aws:kms); absent is the service's default key. */
  public record KeyService(Optional<String> keyId) implements ServerSide {
    public KeyService {
      InvalidValue.unless(
          keyId.map(id -> !id.isBlank()).orElse(true), "The id of the S3 key is not empty.");
    }
  }

  /**
   * How long is waited, and how often tried.
   *
   * @param connect for a connection
   * @param silence for the next bytes on one
   * @param call for one call with all its tries; calls that carry data get more, by their size
   * @param tries of a call
   */
  public record Patience(Duration connect, Duration silence, Duration call, int tries) {
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), 4);

    public Patience {
      InvalidValue.unless(
          isSome(connect) && isSome(silence) && isSome(call), "A time to wait is more than none.");
      InvalidValue.unless(tries >= 1 && tries <= 10, "A call is tried once to ten times.");
    }

    private static boolean isSome(Duration time) {
      return time.isPositive();
    }
  }
}

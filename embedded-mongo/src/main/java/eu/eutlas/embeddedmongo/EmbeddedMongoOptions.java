package eu.eutlas.embeddedmongo;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What may differ from one server to another. Start from {@link #defaults()}.
 *
 * @param port where to listen on 127.0.0.1; 0 means any free port
 * @param version what {@code buildInfo} reports, three numbers with dots
 * @param cacheMegabytes heap for pages of the file, at least 1
 * @param idleBeforeCompaction without a write for so long, the file is made small again
 */
public record EmbeddedMongoOptions(
    int port, String version, int cacheMegabytes, Duration idleBeforeCompaction) {

  private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  private static final int HIGHEST_PORT = 65_535;

  public EmbeddedMongoOptions {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is 0 to " + HIGHEST_PORT + ": " + port);
    }
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("a version is three numbers with dots: " + version);
    }
    if (cacheMegabytes < 1) {
      throw new IllegalArgumentException("the cache has at least 1 MB: " + cacheMegabytes);
    }
    if (idleBeforeCompaction.isNegative()) {
      throw new IllegalArgumentException("idle time is not negative: " + idleBeforeCompaction);
    }
  }

  /** Any free port, version 7.0.0, 2 MB of cache, compaction after 20 seconds without a write. */
  public static EmbeddedMongoOptions defaults() {
    return new EmbeddedMongoOptions(0, "7.0.0", 2, Duration.ofSeconds(20));
  }

  public EmbeddedMongoOptions onPort(int newPort) {
    return new EmbeddedMongoOptions(newPort, version, cacheMegabytes, idleBeforeCompaction);
  }

  public EmbeddedMongoOptions reportingVersion(String newVersion) {
    return new EmbeddedMongoOptions(port, newVersion, cacheMegabytes, idleBeforeCompaction);
  }

  public EmbeddedMongoOptions cachingMegabytes(int megabytes) {
    return new EmbeddedMongoOptions(port, version, megabytes, idleBeforeCompaction);
  }

  public EmbeddedMongoOptions compactingAfter(Duration idle) {
    return new EmbeddedMongoOptions(port, version, cacheMegabytes, idle);
  }
}

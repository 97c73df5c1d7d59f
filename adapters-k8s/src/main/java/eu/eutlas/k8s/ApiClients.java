package eu.eutlas.k8s;

import io.kubernetes.client.openapi.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client of a region as its account is now: a kubeconfig that was renewed is read before the
 * next call, and one that cannot be used leaves the client that there is. A service account's token
 * is renewed by the client itself.
 */
final class ApiClients implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ApiClients.class);

  private final KubernetesRegion region;
  private ApiClient client;
  private Optional<FileTime> read;

  private ApiClients(KubernetesRegion region, ApiClient client, Optional<FileTime> read) {
    this.region = region;
    this.client = client;
    this.read = read;
  }

  /**
   * Reads the account for the first time.
   *
   * @throws RegionRefusedException when there is no such account, or none that can be used
   */
  static ApiClients of(KubernetesRegion region) {
    // Before it is read: what is written meanwhile is read once more.
    var written = written(region);
    return new ApiClients(region, Connection.open(region), written);
  }

  synchronized ApiClient current() {
    var written = written(region);
    if (written.isPresent() && !written.equals(read)) {
      read = written;
      renew();
    }
    return client;
  }

  /** Calls that are under way go on with the client that they have. */
  private void renew() {
    try {
      client = Connection.open(region);
      log.info("The kubeconfig was renewed. region={}", region.id());
    } catch (RegionRefusedException unusable) {
      log.warn("The renewed kubeconfig cannot be used. region={}", region.id(), unusable);
    }
  }

  /** When the account's file was written; absent where there is none. */
  private static Optional<FileTime> written(KubernetesRegion region) {
    if (!(region.account() instanceof KubernetesRegion.Account.Kubeconfig(var file, var context))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    client.getHttpClient().dispatcher().executorService().shutdown();
    client.getHttpClient().connectionPool().evictAll();
  }
}

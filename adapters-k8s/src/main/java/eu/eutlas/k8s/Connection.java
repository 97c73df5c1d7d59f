package eu.eutlas.k8s;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** How an API server is reached, from a region's account. */
final class Connection {
  private static final Duration PING = Duration.ofSeconds(10);

  private Connection() {}

  /**
   * A client that nobody has asked anything yet.
   *
   * @throws RegionRefusedException when there is no such account, or none that can be used
   */
  static ApiClient open(KubernetesRegion region) {
    var client =
        switch (region.account()) {
          case KubernetesRegion.Account.InCluster() -> inCluster(region);
          case KubernetesRegion.Account.Kubeconfig kubeconfig -> fromFile(region, kubeconfig);
        };
    return client.setHttpClient(
        client
            .getHttpClient()
            .newBuilder()
            .connectTimeout(region.timeouts().connect())
            // Each call has its own time, and a watch none; a connection that is dead is found so.
            .readTimeout(Duration.ZERO)
            .pingInterval(PING)
            .eventListener(new Departures())
            .build());
  }

  private static ApiClient inCluster(KubernetesRegion region) {
    try {
      return ClientBuilder.cluster().build();
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw refused(
          region, "EUTLAS does not run in a Kubernetes cluster: it finds no service account.", e);
    }
  }

  private static ApiClient fromFile(
      KubernetesRegion region, KubernetesRegion.Account.Kubeconfig account) {
    if (!Files.isReadable(account.file())) {
      throw refused(region, "The kubeconfig " + account.file() + " cannot be read.", null);
    }
    try (var reader = Files.newBufferedReader(account.file())) {
      var config = KubeConfig.loadKubeConfig(reader);
      config.setFile(account.file().toFile());
      if (account.context().isPresent() && !config.setContext(account.context().get())) {
        throw refused(
            region, "The kubeconfig has no context " + account.context().get() + ".", null);
      }
      return ClientBuilder.kubeconfig(config).build();
    } catch (IOException
        | YAMLException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException e) {
      throw refused(region, "The kubeconfig " + account.file() + " cannot be understood.", e);
    }
  }

  private static RegionRefusedException refused(
      KubernetesRegion region, String sentence, @Nullable Exception cause) {
    return new RegionRefusedException("Region " + region.id() + ": " + sentence, cause);
  }

  /** Notes on each request that it has begun to leave. */
  private static final class Departures extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      var departure = call.request().tag(Departure.class);
      if (departure != null) {
        departure.begin();
      }
    }
  }
}

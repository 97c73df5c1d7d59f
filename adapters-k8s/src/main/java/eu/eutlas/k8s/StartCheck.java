package eu.eutlas.k8s;

import eu.eutlas.application.PortFailure;
import io.kubernetes.client.openapi.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a region must prove before anything is made in it. */
final class StartCheck {
  /** Nobody waits for a start as for a call, and it asks many small questions. */
  private static final Duration TIME = Duration.ofSeconds(30);

  private final KubernetesRegion region;
  private final Api api;

  private StartCheck(KubernetesRegion region, Api api) {
    this.region = region;
    this.api = api;
  }

  /**
   * Asks whether the API server answers, knows the operator's resources, and lets EUTLAS do what it
   * has to.
   *
   * @throws RegionRefusedException when one of these is not so, with what to do about it
   */
  static void require(KubernetesRegion region, ApiClient client) {
    var check = new StartCheck(region, Api.within(client, TIME));
    try {
      check.requireOperator();
      check.requireRights();
    } catch (PortFailure e) {
      throw new RegionRefusedException(
          "Region %s: %s".formatted(region.id(), e.error().message()), e);
    }
  }

  private void requireOperator() {
    if (!api.knows(region.dialect().resource())) {
      throw refused(
          "The Kubernetes cluster does not know %s in the version %s. Install the definitions of the operator %s."
              .formatted(
                  region.dialect().resource().kind(),
                  region.dialect().resource().apiVersion(),
                  region.dialect()));
    }
  }

  private void requireRights() {
    var missing =
        Rights.of(region.dialect()).stream()
            .flatMap(right -> missing(right).stream())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw refused("EUTLAS lacks the right to " + missing + ". Apply deploy/rbac.yaml.");
    }
  }

  private List<String> missing(Rights right) {
    return right.verbs().stream()
        .filter(verb -> !isAllowed(verb, right.type()))
        .map(verb -> verb + " " + right.type().plural())
        .toList();
  }

  private boolean isAllowed(String verb, ResourceType type) {
    var question =
        Map.of(
            "apiVersion",
            ResourceType.ACCESS_REVIEW.apiVersion(),
            "kind",
            ResourceType.ACCESS_REVIEW.kind(),
            "spec",
            Map.of(
                "resourceAttributes",
                Map.of("verb", verb, "group", type.group(), "resource", type.plural())));
    return api.ask(ResourceType.ACCESS_REVIEW, question).is("status", "allowed");
  }

  private RegionRefusedException refused(String sentence) {
    return new RegionRefusedException("Region " + region.id() + ": " + sentence, null);
  }
}

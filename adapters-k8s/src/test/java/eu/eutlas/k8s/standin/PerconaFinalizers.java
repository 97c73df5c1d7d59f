package eu.eutlas.k8s.standin;

import com.google.gson.Gson;
import java.util.List;

/** Percona's finalizers, one after the other in the operator's own order. */
final class PerconaFinalizers {
  private static final String CHUNKS = "percona.com/delete-pitr-chunks";
  private static final String PODS = "percona.com/delete-psmdb-pods-in-order";
  private static final String CLAIMS = "percona.com/delete-psmdb-pvc";

  private final ApiServer server;
  private final PerconaObjects objects;

  PerconaFinalizers(ApiServer server, PerconaObjects objects) {
    this.server = server;
    this.objects = objects;
  }

  /** Does the next thing, and says whether nothing is left to do. */
  boolean work(Document resource) {
    var finalizers = resource.words("metadata", "finalizers");
    for (var known : List.of(CHUNKS, PODS, CLAIMS)) {
      if (finalizers.contains(known)) {
        if (isDone(resource, known)) {
          var left = finalizers.stream().filter(each -> !each.equals(known)).toList();
          server.merge(
              Kind.PERCONA,
              resource.namespace(),
              resource.name(),
              "{\"metadata\": {\"finalizers\": %s}}".formatted(new Gson().toJson(left)));
        }
        return false;
      }
    }
    return true;
  }

  private boolean isDone(Document resource, String finalizer) {
    return switch (finalizer) {
      case PODS -> stopPods(resource);
      case CLAIMS -> removeClaims(resource);
      default -> true;
    };
  }

  private boolean stopPods(Document resource) {
    objects
        .find(resource)
        .filter(set -> set.number("spec", "replicas") > 0)
        .ifPresent(set ->
            server.merge(
                Kind.STATEFUL_SET,
                resource.namespace(),
                set.name(),
                "{\"spec\": {\"replicas\": 0}}"));
    return server.list(Kind.POD, resource.namespace(), PerconaObjects.instance(resource)).isEmpty();
  }

  private boolean removeClaims(Document resource) {
    // With their StatefulSet, which would make them anew.
    server.delete(Kind.STATEFUL_SET, resource.namespace(), PerconaObjects.set(resource));
    server
        .list(Kind.CLAIM, resource.namespace(), PerconaObjects.instance(resource))
        .forEach(claim -> server.delete(Kind.CLAIM, claim.namespace(), claim.name()));
    PerconaObjects.secrets(resource)
        .forEach(secret -> server.delete(Kind.SECRET, resource.namespace(), secret));
    return server
        .list(Kind.CLAIM, resource.namespace(), PerconaObjects.instance(resource))
        .isEmpty();
  }
}

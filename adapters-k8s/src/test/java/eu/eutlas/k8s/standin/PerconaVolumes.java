package eu.eutlas.k8s.standin;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;

/** Percona's way with the size of volumes: it grows, or is as it was. */
final class PerconaVolumes {
  private static final long GIB = 1L << 30;
  private static final int INVALID = 422;
  private static final int FORBIDDEN = 403;

  private final ApiServer server;
  private final PerconaObjects objects;

  PerconaVolumes(ApiServer server, PerconaObjects objects) {
    this.server = server;
    this.objects = objects;
  }

  /** Where less is wanted than there is. */
  Optional<String> complaint(Document resource) {
    var wanted = wanted(resource);
    return claims(resource).stream()
        .map(PerconaVolumes::requested)
        .filter(actual -> roundedUp(wanted) < StandInStorage.size(actual))
        .map(actual ->
            "requested storage (%s) is less than actual storage (%s)".formatted(wanted, actual))
        .findFirst();
  }

  private List<Document> claims(Document resource) {
    return server.list(Kind.CLAIM, resource.namespace(), PerconaObjects.instance(resource));
  }

  /**
   * Whether the volumes are as wanted, or the wish is none that counts; else something was done.
   */
  boolean fit(Document resource) {
    var claims = claims(resource);
    var wanted = wanted(resource);
    var mayGrow =
        resource.flag("spec", "storageScaling", "enableVolumeScaling")
            || resource.flag("spec", "enableVolumeExpansion");
    if (claims.isEmpty() || !mayGrow) {
      return true;
    }
    return grow(resource, claims, roundedUp(wanted));
  }

  private boolean grow(Document resource, List<Document> claims, long bytes) {
    var size = bytes / GIB + "Gi";
    for (var claim : claims) {
      if (StandInStorage.size(requested(claim)) < bytes) {
        try {
          server.merge(
              Kind.CLAIM,
              claim.namespace(),
              claim.name(),
              "{\"spec\": {\"resources\": {\"requests\": {\"storage\": \"%s\"}}}}".formatted(size));
        } catch (RefusedException refused) {
          if (refused.code() != INVALID && refused.code() != FORBIDDEN) {
            throw refused;
          }
          writeBack(resource, requested(claim));
          return false;
        }
      }
    }
    if (claims.stream()
        .anyMatch(
            claim -> StandInStorage.size(claim.text("status", "capacity", "storage")) < bytes)) {
      return false;
    }
    return isRemade(resource, bytes);
  }

  /**
   * A StatefulSet cannot be told another size: it goes without its pods, and comes again when it is
   * really gone. Written earlier, it could come again with the old size.
   */
  private boolean isRemade(Document resource, long bytes) {
    var outdated =
        objects
            .find(resource)
            .map(set -> set.list("spec", "volumeClaimTemplates").getFirst())
            .filter(template -> roundedUp(requested(template)) < bytes);
    if (outdated.isPresent()) {
      server.deleteAlone(Kind.STATEFUL_SET, resource.namespace(), PerconaObjects.set(resource));
    }
    return outdated.isEmpty();
  }

  /** Into the wish itself. Whoever applies the old wish again meets a conflict. */
  private void writeBack(Document resource, String size) {
    var replsets =
        JsonParser.parseString(resource.json().getAsJsonObject("spec").get("replsets").toString())
            .getAsJsonArray();
    replsets
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("volumeSpec")
        .getAsJsonObject("persistentVolumeClaim")
        .getAsJsonObject("resources")
        .getAsJsonObject("requests")
        .addProperty("storage", size);
    server.merge(
        Kind.PERCONA,
        resource.namespace(),
        resource.name(),
        "{\"spec\": {\"replsets\": %s}}".formatted(replsets));
  }

  private static String wanted(Document resource) {
    return requested(
        resource.list("spec", "replsets").getFirst().at("volumeSpec"), "persistentVolumeClaim");
  }

  private static String requested(Document claim) {
    return requested(claim, "spec");
  }

  private static String requested(Document claim, String part) {
    return claim.text(part, "resources", "requests", "storage");
  }

  private static long roundedUp(String size) {
    return (StandInStorage.size(size) + GIB - 1) / GIB * GIB;
  }
}

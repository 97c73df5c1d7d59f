package eu.eutlas.k8s.standin;

import io.kubernetes.client.custom.Quantity;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A provisioner of volumes: one for each claim of its two classes, grown when the claim grows, gone
 * with the claim. Binding and protection are the API's own controllers'.
 */
final class StandInStorage {
  /** The default class, whose volumes can grow. */
  static final String GROWING = "standin";

  /** A class whose volumes stay as they are. */
  static final String FIXED = "standin-fixed";

  private static final Set<String> CLASSES = Set.of(GROWING, FIXED);

  private final ApiServer server;
  private final String installation;
  private final Function<String, Set<Fault>> faults;

  StandInStorage(ApiServer server, String installation, Function<String, Set<Fault>> faults) {
    this.server = server;
    this.installation = installation;
    this.faults = faults;
  }

  static void installClasses(ApiServer server) {
    for (var name : CLASSES) {
      server.apply(
          Kind.STORAGE_CLASS,
          "",
          name,
          """
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata:
            name: %s
            annotations:
              storageclass.kubernetes.io/is-default-class: "%s"
          provisioner: standin.eutlas.eu
          allowVolumeExpansion: %s
          """
              .formatted(name, name.equals(GROWING), name.equals(GROWING)));
    }
  }

  void serve(List<Document> claims) {
    claims.stream()
        .filter(claim -> CLASSES.contains(claim.text("spec", "storageClassName")))
        .filter(claim -> !faults.apply(claim.namespace()).contains(Fault.NO_VOLUMES))
        .forEach(this::serve);
    server.list(Kind.VOLUME, "", "eutlas.eu/standin=" + installation).stream()
        .filter(volume -> volume.text("status", "phase").equals("Released"))
        .filter(volume ->
            !faults
                .apply(volume.text("spec", "claimRef", "namespace"))
                .contains(Fault.VOLUMES_STAY))
        .forEach(volume -> server.delete(Kind.VOLUME, "", volume.name()));
  }

  private void serve(Document claim) {
    var wanted = claim.text("spec", "resources", "requests", "storage");
    if (claim.text("spec", "volumeName").isEmpty()) {
      provision(claim, wanted);
    } else if (claim.text("status", "phase").equals("Bound")
        && size(wanted) > size(claim.text("status", "capacity", "storage"))) {
      grow(claim, wanted);
    }
  }

  private void provision(Document claim, String size) {
    var name = "standin-" + claim.uid();
    server.create(
        Kind.VOLUME,
        "",
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: %s
          labels: {eutlas.eu/standin: "%s"}
          # Who deletes it: without this, a controller that cannot would try.
          annotations: {pv.kubernetes.io/provisioned-by: standin.eutlas.eu}
        spec:
          capacity: {storage: "%s"}
          accessModes: [ReadWriteOnce]
          persistentVolumeReclaimPolicy: Delete
          storageClassName: %s
          csi: {driver: standin.eutlas.eu, volumeHandle: %s}
          claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, namespace: %s, name: %s, uid: %s}
        """
            .formatted(
                name,
                installation,
                size,
                claim.text("spec", "storageClassName"),
                name,
                claim.namespace(),
                claim.name(),
                claim.uid()));
  }

  private void grow(Document claim, String size) {
    server.merge(
        Kind.VOLUME,
        "",
        claim.text("spec", "volumeName"),
        "{\"spec\": {\"capacity\": {\"storage\": \"%s\"}}}".formatted(size));
    server.mergeStatus(
        Kind.CLAIM,
        claim.namespace(),
        claim.name(),
        "{\"status\": {\"capacity\": {\"storage\": \"%s\"}, \"conditions\": []}}".formatted(size));
  }

  /** In bytes; 0 for nothing. */
  static long size(String quantity) {
    return quantity.isEmpty() ? 0 : Quantity.fromString(quantity).getNumber().longValueExact();
  }
}

package eu.eutlas.k8s.standin;

/** What both operators say of and read from what they have made. */
final class Owners {

  private Owners() {}

  /** So that it goes with the resource. */
  static String reference(Document resource) {
    return """
    {"apiVersion": "%s", "kind": "%s", "name": "%s", "uid": "%s", "controller": true, "blockOwnerDeletion": true}\
    """
        .formatted(
            resource.text("apiVersion"), resource.text("kind"), resource.name(), resource.uid());
  }

  static boolean owns(Document resource, Document made) {
    return made.list("metadata", "ownerReferences").stream()
        .anyMatch(owner -> owner.text("uid").equals(resource.uid()));
  }

  /** Whether every pod of it is there, ready, and as it was last written. */
  static boolean isRolledOut(Document statefulSet) {
    var replicas = statefulSet.number("spec", "replicas");
    return statefulSet.number("status", "observedGeneration")
            == statefulSet.number("metadata", "generation")
        && statefulSet.number("status", "replicas") == replicas
        && statefulSet.number("status", "readyReplicas") == replicas
        && statefulSet.number("status", "updatedReplicas") == replicas;
  }
}

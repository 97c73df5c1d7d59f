package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.Resources;
import java.util.Optional;

/** What Percona's operator says, and of which generation of its resource it says so. */
final class PerconaProgress {
  private PerconaProgress() {}

  static Progress of(Live resource) {
    var putBack = putBack(resource);
    if (putBack.isPresent()) {
      return new Progress.Failing(putBack.get());
    }
    var state = resource.text("status", "state");
    if (state.isEmpty()) {
      return Progress.unseen();
    }
    return switch (state.get()) {
      case "ready" ->
          isCurrent(resource) && !isToRest(resource)
              ? new Progress.Finished()
              : Progress.outdated();
      case "paused" ->
          isCurrent(resource) && isToRest(resource) ? new Progress.Paused() : Progress.outdated();
      case "initializing", "sharding" ->
          new Progress.Underway("The operator is bringing its servers up.");
      case "stopping" -> new Progress.Underway("Its servers are stopping.");
      case "error" -> Progress.failed();
      default -> Progress.unknown();
    };
  }

  private static boolean isCurrent(Live resource) {
    var generation = resource.number("metadata", "generation");
    return generation.isPresent()
        && resource.number("status", "observedGeneration").equals(generation);
  }

  static boolean isToRest(Live resource) {
    return resource.is("spec", "pause");
  }

  /** Where volumes cannot grow, the operator writes their former size back into our resource. */
  private static Optional<String> putBack(Live resource) {
    var wanted = wanted(resource);
    var now = now(resource);
    return wanted.isPresent() && now.isPresent() && now.get() < wanted.get()
        ? Optional.of(
            "The operator set its disks back from %d to %d GB: the storage class or a quota does not let them grow."
                .formatted(wanted.get(), now.get()))
        : Optional.empty();
  }

  static boolean wasPutBack(Live resource) {
    return putBack(resource).isPresent();
  }

  private static Optional<Integer> wanted(Live resource) {
    return resource
        .annotation(Size.ANNOTATION)
        .flatMap(Size::read)
        .map(Resources::storageGigabytes);
  }

  private static Optional<Integer> now(Live resource) {
    return resource.items("spec", "replsets").stream()
        .findFirst()
        .flatMap(set ->
            set.text("volumeSpec", "persistentVolumeClaim", "resources", "requests", "storage"))
        .flatMap(Size::readGigabytes);
  }
}

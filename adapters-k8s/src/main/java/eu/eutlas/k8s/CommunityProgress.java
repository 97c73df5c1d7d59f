package eu.eutlas.k8s;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;

/**
 * What the community operator says. It knows no observed generation, and an old {@code Running}
 * stands there until it looks again; but it notes the configuration that it has finished last, and
 * in ours stands for which generation it is.
 */
final class CommunityProgress {
  private static final String FINISHED = "mongodb.com/v1.lastSuccessfulConfiguration";
  private static final String VERSION = "mongodb.com/v1.lastAppliedMongoDBVersion";

  private CommunityProgress() {}

  static Progress of(Live resource) {
    var phase = resource.text("status", "phase");
    if (phase.isEmpty()) {
      return Progress.unseen();
    }
    return switch (phase.get()) {
      case "Running" -> hasFinished(resource) ? new Progress.Finished() : Progress.outdated();
      case "Pending" -> new Progress.Underway("The operator is bringing its servers up.");
      case "Failed" -> Progress.failed();
      default -> Progress.unknown();
    };
  }

  private static boolean hasFinished(Live resource) {
    return finished(resource) == resource.generation()
        && resource.annotation(VERSION).equals(resource.text("spec", "version"));
  }

  /** The generation of the configuration that was finished last; 0 when there is none. */
  private static long finished(Live resource) {
    return resource
        .annotation(FINISHED)
        .flatMap(CommunityProgress::parse)
        .flatMap(spec -> spec.text("statefulSet", "metadata", "labels", LabelSet.GENERATION))
        .map(Live::readGeneration)
        .orElse(0L);
  }

  private static Optional<Live> parse(String json) {
    try {
      return JsonParser.parseString(json) instanceof JsonObject object
          ? Optional.of(new Live(object))
          : Optional.empty();
    } catch (JsonParseException notItsOwn) {
      return Optional.empty();
    }
  }

  /**
   * The same with what the stateful sets say: the version in the status is the new one while pods
   * still are the old ones, and a size of volumes that a set does not have is one that EUTLAS began
   * to change.
   */
  static Progress with(List<Live> statefulSets, Live resource, Progress said) {
    if (statefulSets.stream().anyMatch(set -> CommunityDisk.differs(set, resource))) {
      return new Progress.Unfinished("The growing of its disks was begun and not ended.");
    }
    return said instanceof Progress.Finished
            && statefulSets.stream().anyMatch(CommunityProgress::isRolling)
        ? new Progress.Underway("Its servers are restarted, one after the other.")
        : said;
  }

  private static boolean isRolling(Live statefulSet) {
    var wanted = statefulSet.number("spec", "replicas").orElse(1L);
    return statefulSet.number("status", "observedGeneration").orElse(0L)
            < statefulSet.number("metadata", "generation").orElse(0L)
        || statefulSet.number("status", "updatedReplicas").orElse(0L) < wanted;
  }
}

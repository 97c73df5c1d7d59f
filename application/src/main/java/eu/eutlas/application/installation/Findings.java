package eu.eutlas.application.installation;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In what the regions of this node differ from the documents, as the last walk through each found.
 */
public final class Findings {
  /** So many missing clusters are named; the others are counted. */
  public static final int NAMED = 100;

  private final Map<RegionId, Finding> last = new ConcurrentHashMap<>();

  /**
   * What a walk through a whole region found.
   *
   * @param known clusters that the documents have there
   * @param missing those of them that were there and are not any more
   * @param differing those that are there, and not as they were last seen
   * @param unknown what is there and in no document
   * @param firstMissing the first of the missing, by id
   */
  public record Finding(
      RegionId region,
      Instant at,
      long known,
      long missing,
      long differing,
      long unknown,
      List<ClusterId> firstMissing) {
    public Finding {
      firstMissing = List.copyOf(firstMissing);
    }
  }

  public void keep(Finding finding) {
    last.put(finding.region(), finding);
  }

  /** One for each region that was walked through since the start, by id. */
  List<Finding> all() {
    return last.values().stream()
        .sorted(Comparator.comparing(finding -> finding.region().value()))
        .toList();
  }
}

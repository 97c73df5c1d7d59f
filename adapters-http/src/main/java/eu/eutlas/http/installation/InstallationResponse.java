package eu.eutlas.http.installation;

import eu.eutlas.application.installation.Findings.Finding;
import eu.eutlas.application.installation.ReadInstallation.Standing;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Maintenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The installation as a whole.
 *
 * @param paused whether it only observes and reports
 * @param since null when it works
 * @param reason null when it works
 * @param missingClusters in all of the regions below
 * @param unknownResources in all of the regions below
 * @param regions those that the answering node has and has walked through since its start
 */
record InstallationResponse(
    boolean paused,
    @Nullable Instant since,
    @Nullable String reason,
    long missingClusters,
    long unknownResources,
    List<FindingResponse> regions) {

  /**
   * In what a region differs from what EUTLAS has written down, as the last walk through it found.
   *
   * @param observedAt when that was
   * @param clusters that EUTLAS knows there
   * @param missing those of them that were there and are not any more
   * @param differing those that are there, and not as they were last seen
   * @param unknown what is there and belongs to no cluster that EUTLAS knows
   * @param missingClusters the first hundred of the missing
   */
  record FindingResponse(
      String region,
      Instant observedAt,
      long clusters,
      long missing,
      long differing,
      long unknown,
      List<String> missingClusters) {
    static FindingResponse of(Finding finding) {
      return new FindingResponse(
          finding.region().value(),
          finding.at(),
          finding.known(),
          finding.missing(),
          finding.differing(),
          finding.unknown(),
          finding.firstMissing().stream().map(ClusterId::value).toList());
    }
  }

  static InstallationResponse of(Standing standing) {
    var findings = standing.findings();
    return new InstallationResponse(
        standing.pause().isPresent(),
        standing.pause().map(Maintenance::since).orElse(null),
        standing.pause().map(pause -> pause.reason().value()).orElse(null),
        findings.stream().mapToLong(Finding::missing).sum(),
        findings.stream().mapToLong(Finding::unknown).sum(),
        findings.stream().map(FindingResponse::of).toList());
  }
}

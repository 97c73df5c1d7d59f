package eu.eutlas.application.installation;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.installation.Findings.Finding;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.identity.Actor;
import java.util.List;
import java.util.Optional;

/**
 * Shows administrators whether the installation is paused, and in what its regions differ from its
 * documents: by that they decide whether it may go on.
 */
public final class ReadInstallation {
  private final Authorizer authorizer;
  private final InstallationPause pause;
  private final Findings findings;

  ReadInstallation(Authorizer authorizer, InstallationPause pause, Findings findings) {
    this.authorizer = authorizer;
    this.pause = pause;
    this.findings = findings;
  }

  /**
   * How it stands.
   *
   * @param pause absent when it works
   * @param findings of the regions that the answering node has, of the last minute; a region that
   *     was not walked through since the start, or does not answer, is left out
   */
  public record Standing(Optional<Maintenance> pause, List<Finding> findings) {
    public Standing {
      findings = List.copyOf(findings);
    }
  }

  public Outcome<Standing> handle(Actor actor) {
    return authorizer
        .admitAdministrator(actor)
        .map(administrator -> new Standing(pause.now(), findings.all()));
  }
}

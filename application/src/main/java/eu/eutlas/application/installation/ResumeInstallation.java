package eu.eutlas.application.installation;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.installation.ReadInstallation.Standing;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the pause of the installation. Every node goes on within two seconds, and with all that fell
 * due meanwhile within one sweep. Only administrators may. Repeatable.
 */
public final class ResumeInstallation {
  private static final Logger log = LoggerFactory.getLogger(ResumeInstallation.class);

  private final Authorizer authorizer;
  private final InstallationPause pause;
  private final Findings findings;
  private final Runnable sweep;

  ResumeInstallation(
      Authorizer authorizer, InstallationPause pause, Findings findings, Runnable sweep) {
    this.authorizer = authorizer;
    this.pause = pause;
    this.findings = findings;
    this.sweep = sweep;
  }

  /** The installation as it is then. */
  public Outcome<Standing> handle(Actor actor) {
    return authorizer
        .admitAdministrator(actor)
        .map(administrator -> {
          if (pause.now().isPresent()) {
            pause.end();
            log.warn(
                "The installation was resumed. administrator={} correlationId={}",
                administrator.id(),
                actor.correlationId());
            sweep.run();
          }
          return new Standing(pause.now(), findings.all());
        });
  }
}

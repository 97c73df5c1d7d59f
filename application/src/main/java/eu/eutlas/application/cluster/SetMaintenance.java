package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.cluster.ReadCatalogue.PresentRegion;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a region into maintenance, or out of it. In maintenance nothing of it is looked at or
 * touched, new orders are refused, and the time of what was ordered before stands still. Only
 * administrators may. Repeatable.
 */
public final class SetMaintenance {
  private static final Logger log = LoggerFactory.getLogger(SetMaintenance.class);

  private final Authorizer authorizer;
  private final ReadCatalogue catalogue;
  private final RegionMaintenance maintenance;
  private final InstantSource clock;

  public SetMaintenance(
      Authorizer authorizer,
      ReadCatalogue catalogue,
      RegionMaintenance maintenance,
      InstantSource clock) {
    this.authorizer = authorizer;
    this.catalogue = catalogue;
    this.maintenance = maintenance;
    this.clock = clock;
  }

  /**
   * What is to hold.
   *
   * @param reason absent when maintenance is over
   */
  public record Command(RegionId region, Optional<MaintenanceReason> reason) {}

  /** The region as it is then. */
  public Outcome<PresentRegion> handle(Actor actor, Command command) {
    return authorizer
        .admitAdministrator(actor)
        .flatMap(administrator -> catalogue.find(command.region()))
        .flatMap(known -> set(actor, command));
  }

  private Maintenance begun(Actor actor, MaintenanceReason reason) {
    return new Maintenance(reason, clock.instant(), Optional.of(Initiator.of(actor)));
  }

  private Outcome<PresentRegion> set(Actor actor, Command command) {
    command
        .reason()
        .ifPresentOrElse(
            reason -> maintenance.begin(command.region(), begun(actor, reason)),
            () -> maintenance.end(command.region()));
    log.info(
        "Maintenance was set. region={} on={} correlationId={}",
        command.region(),
        command.reason().isPresent(),
        actor.correlationId());
    return catalogue.find(command.region());
  }
}

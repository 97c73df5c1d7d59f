package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.identity.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows what can be ordered, to whoever is logged in and verified. */
public final class ReadCatalogue {
  private final Authorizer authorizer;
  private final Catalogue catalogue;
  private final RegionCapabilities capabilities;
  private final RegionHealth health;
  private final RegionMaintenance maintenance;
  private final RegionRoom room;

  public ReadCatalogue(
      Authorizer authorizer,
      Catalogue catalogue,
      RegionCapabilities capabilities,
      RegionHealth health,
      RegionMaintenance maintenance,
      RegionRoom room) {
    this.authorizer = authorizer;
    this.catalogue = catalogue;
    this.capabilities = capabilities;
    this.health = health;
    this.maintenance = maintenance;
    this.room = room;
  }

  /**
   * A region with what it can do and how it is.
   *
   * @param maintenance absent when it is in none
   * @param full whether it has no room for another cluster, of whatever plan
   */
  public record PresentRegion(
      Region region,
      Set<DataPlane.Capability> capabilities,
      RegionHealth.Health health,
      Optional<Maintenance> maintenance,
      boolean full) {
    public PresentRegion {
      capabilities = Set.copyOf(capabilities);
    }
  }

  public Outcome<Catalogue> handle(Actor actor) {
    return authorizer.admit(actor).map(access -> catalogue);
  }

  /** The regions of the catalogue, as they are now. */
  public Outcome<List<PresentRegion>> regions(Actor actor) {
    return handle(actor).map(offered -> offered.regions().stream().map(this::present).toList());
  }

  /** A region as it is now, for whoever was let in. */
  Outcome<PresentRegion> find(RegionId id) {
    return catalogue
        .region(id)
        .map(region -> Outcome.done(present(region)))
        .orElseGet(() -> Outcome.refused(Refusal.notFound("region")));
  }

  /** The region as it is now, for whoever was let in. */
  PresentRegion present(Region region) {
    var id = region.id();
    return new PresentRegion(
        region, capabilities.of(id), health.of(id), maintenance.of(id), room.isFull(region));
  }
}

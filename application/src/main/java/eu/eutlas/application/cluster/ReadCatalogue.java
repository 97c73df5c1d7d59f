package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.identity.Actor;
import java.util.List;
import java.util.Set;

/** Shows what can be ordered, to whoever is logged in and verified. */
public final class ReadCatalogue {
  private final Authorizer authorizer;
  private final Catalogue catalogue;
  private final RegionCapabilities capabilities;
  private final RegionHealth health;

  public ReadCatalogue(
      Authorizer authorizer,
      Catalogue catalogue,
      RegionCapabilities capabilities,
      RegionHealth health) {
    this.authorizer = authorizer;
    this.catalogue = catalogue;
    this.capabilities = capabilities;
    this.health = health;
  }

  /** A region with what it can do and how it is. */
  public record PresentRegion(
      Region region, Set<DataPlane.Capability> capabilities, RegionHealth.Health health) {
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

  private PresentRegion present(Region region) {
    return new PresentRegion(region, capabilities.of(region.id()), health.of(region.id()));
  }
}

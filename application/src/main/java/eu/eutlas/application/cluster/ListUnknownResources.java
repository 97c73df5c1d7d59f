package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UnknownResource;
import eu.eutlas.domain.identity.Actor;
import java.util.Optional;

/**
 * Lists what lies in regions with this installation's mark and the id of a cluster that nobody
 * knows, to administrators. Of one region at most a thousand are known at a time.
 */
public final class ListUnknownResources {
  private final Authorizer authorizer;
  private final UnknownResourceRepository unknown;

  public ListUnknownResources(Authorizer authorizer, UnknownResourceRepository unknown) {
    this.authorizer = authorizer;
    this.unknown = unknown;
  }

  /**
   * A page of them, by region and id.
   *
   * @param region absent for all regions
   */
  public Outcome<Page<UnknownResource>> handle(
      Actor actor, Optional<RegionId> region, PageRequest page) {
    return authorizer.admitAdministrator(actor).map(administrator -> unknown.list(region, page));
  }
}

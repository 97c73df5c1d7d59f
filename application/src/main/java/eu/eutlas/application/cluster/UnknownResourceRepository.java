package eu.eutlas.application.cluster;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UnknownResource;
import java.util.List;
import java.util.Optional;

/**
 * What was found in regions and is nobody's, one entry for each region and id. Any call may throw
 * {@link PortFailure.Unavailable}; a write also {@link PortFailure.OutcomeUnknown}.
 */
public interface UnknownResourceRepository {

  /** Those of a region, by id. */
  List<UnknownResource> findIn(RegionId region, int limit);

  /** Those of one region or of all, by region and id. */
  Page<UnknownResource> list(Optional<RegionId> region, PageRequest request);

  /**
   * Adds an entry. One that is there keeps when it was first seen, and is seen last when this one
   * is. Repeatable. Returns whether it was added.
   */
  boolean keep(UnknownResource found);

  /** Removes an entry, if it is there. Repeatable. */
  void forget(RegionId region, ClusterId cluster);
}

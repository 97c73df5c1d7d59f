package eu.eutlas.application.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import java.util.List;
import java.util.Optional;

/** What can be ordered. It comes from the configuration and is the same until the next start. */
public record Catalogue(List<Plan> plans, List<Region> regions, List<MongoRelease> releases) {
  public Catalogue {
    plans = List.copyOf(plans);
    regions = List.copyOf(regions);
    releases = List.copyOf(releases);
    InvalidValue.unless(!plans.isEmpty(), "The catalogue has no plan.");
    InvalidValue.unless(!releases.isEmpty(), "The catalogue has no MongoDB version.");
    InvalidValue.unless(
        releases.stream().filter(MongoRelease::byDefault).count() == 1,
        "The catalogue has exactly one default MongoDB version.");
  }

  public Optional<Plan> plan(PlanId id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
  }

  public Optional<Region> region(RegionId id) {
    return regions.stream().filter(region -> region.id().equals(id)).findFirst();
  }

  public Optional<MongoRelease> release(MongoVersion version) {
    return releases.stream().filter(release -> release.version().equals(version)).findFirst();
  }
}

package eu.eutlas.memory.usecase;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.SetMaintenance;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.memory.usecase.Deeds.Deed;
import eu.eutlas.memory.usecase.Deeds.Row;
import eu.eutlas.testkit.cluster.Clusters;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done about regions and the whole: by nobody in an organization, but by who runs the
 * installation.
 */
final class RegionDeeds {
  private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
  private static final PageRequest PAGE = PageRequest.first();

  private RegionDeeds() {}

  static Map<String, Row> table() {
    return Map.of(
        "clusters.maintenance.handle",
        row((actor, on) ->
            on.eutlas()
                .clusters()
                .maintenance()
                .handle(actor, new SetMaintenance.Command(Clusters.REGION, Optional.empty()))),
        "clusters.regions.handle",
        row((actor, on) -> on.eutlas().clusters().regions().handle(actor, PAGE)),
        "installation.read.handle",
        row((actor, on) -> on.eutlas().installation().read().handle(actor)),
        "installation.resume.handle",
        row((actor, on) -> on.eutlas().installation().resume().handle(actor)),
        "clusters.unknownResources.handle",
        row((actor, on) ->
            on.eutlas().clusters().unknownResources().handle(actor, Optional.empty(), PAGE)));
  }

  private static Row row(Deed deed) {
    return new Row(NOBODY, false, deed);
  }
}

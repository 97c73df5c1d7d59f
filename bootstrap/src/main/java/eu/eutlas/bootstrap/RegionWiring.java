package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.bootstrap.config.RegionConfiguration;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.local.LocalDataPlane;
import java.util.List;

/** A data plane for each region. */
final class RegionWiring {
  private static final String FOLDER = "clusters";

  private RegionWiring() {}

  static List<DataPlane> open(
      Configuration configuration, DataFolder folder, String installation, Closing closing) {
    return configuration.regions().stream()
        .map(region -> open(region, folder, installation, closing))
        .toList();
  }

  private static DataPlane open(
      RegionConfiguration region, DataFolder folder, String installation, Closing closing) {
    return switch (region.type()) {
      case LOCAL -> local(region.region().id(), folder, installation, closing);
    };
  }

  private static DataPlane local(
      RegionId region, DataFolder folder, String installation, Closing closing) {
    try {
      return closing.opened(
          "region " + region,
          LocalDataPlane.open(
              folder.resolve(FOLDER).resolve(region.value()), region, installation));
    } catch (PortFailure e) {
      throw new StartException("The region " + region + " cannot be used: " + e.getMessage(), e);
    }
  }
}

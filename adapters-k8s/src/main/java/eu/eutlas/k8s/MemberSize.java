package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.Resources;

/**
 * What one member of a cluster takes in all, with what an operator puts beside the server.
 *
 * @param cpuMillis asked for
 * @param cpuMillisAtMost the limit
 * @param memory asked for, in megabytes
 * @param memoryAtMost the limit
 * @param storage of all its volumes, in gigabytes
 * @param claims how many volumes
 */
record MemberSize(
    int cpuMillis, int cpuMillisAtMost, int memory, int memoryAtMost, int storage, int claims) {

  static MemberSize of(Dialect dialect, Resources resources) {
    return switch (dialect) {
      case MONGODB_COMMUNITY -> CommunityManifests.member(resources);
      case PERCONA -> PerconaManifests.member(resources);
    };
  }
}

package eu.eutlas.domain.cluster;

/** Every state that a cluster can be in, told apart by what it can still become. */
enum Stage {
  CREATING,
  READY,
  UPDATING,
  PAUSING,
  PAUSED,
  PAUSED_DRIFTED,
  RESUMING,
  RESTORING,
  DEGRADED,
  DELETING,
  DELETED,
  FAILED_TO_CREATE,
  FAILED_TO_UPDATE,
  FAILED_TO_PAUSE,
  FAILED_TO_RESUME,
  FAILED_TO_RESTORE,
  FAILED_TO_DELETE;

  Cluster cluster() {
    return switch (this) {
      case CREATING -> ClusterFixture.creating();
      case READY -> ClusterFixture.ready();
      case UPDATING -> ClusterFixture.updating();
      case PAUSING -> ClusterFixture.pausing();
      case PAUSED -> ClusterFixture.paused();
      case PAUSED_DRIFTED -> ClusterFixture.pausedDrifted();
      case RESUMING -> ClusterFixture.resuming();
      case RESTORING -> RestoreFixture.restoring();
      case DEGRADED -> ClusterFixture.degraded();
      case DELETING -> ClusterFixture.deleting();
      case DELETED -> ClusterFixture.deleted();
      case FAILED_TO_CREATE -> ClusterFixture.failedToCreate();
      case FAILED_TO_UPDATE -> ClusterFixture.failedToUpdate();
      case FAILED_TO_PAUSE -> ClusterFixture.failedToPause();
      case FAILED_TO_RESUME -> ClusterFixture.failedToResume();
      case FAILED_TO_RESTORE -> RestoreFixture.failedToRestore();
      case FAILED_TO_DELETE -> ClusterFixture.failedToDelete();
    };
  }
}

package eu.eutlas.application.cluster;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.OperationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clusters, tombstones included. Any call may throw {@link PortFailure.Unavailable}; a write
 * also {@link PortFailure.OutcomeUnknown}.
 */
public interface ClusterRepository {

  /**
   * Adds a cluster.
   *
   * @throws PortFailure.Duplicate when the id or the origin's key is there already
   */
  void insert(Cluster cluster);

  /**
   * Writes it if the stored version is still the one that was read; the stored version rises by
   * one.
   */
  SaveResult save(Cluster cluster);

  Optional<Cluster> find(Scope scope, ClusterId id);

  /**
   * The cluster that a request with this key created. The key's hash names its maker, so no scope
   * is needed.
   */
  Optional<Cluster> findByOrigin(String originKeyHash);

  /** The cluster whose document holds the operation, running, failed or waiting to be copied. */
  Optional<Cluster> findByOperation(Scope scope, OperationId operation);

  /**
   * What people see of the clusters that match, without tombstones. What is stored and cannot be
   * read is left out, as {@link Page} says.
   */
  Page<ClusterSummary> list(Scope scope, ClusterQuery query, PageRequest request);

  /** The ids of a region's clusters to look at again, the longest due first. */
  List<ClusterId> due(RegionId region, Instant now, int limit);

  /**
   * The ids of clusters, wherever they run, with an operation that is still under way though its
   * deadline was before the moment; the longest overdue first.
   */
  List<ClusterId> overdue(Instant before, int limit);

  /** The ids of clusters whose schedule of backups is to be looked at, the longest due first. */
  List<ClusterId> backupsDue(Instant now, int limit);

  /** How old the newest good backups are, as {@link eu.eutlas.domain.cluster.BackupAge} says. */
  BackupAges backupAges(Instant now);

  /** The ids of clusters whose outbox is not empty. */
  List<ClusterId> withOutbox(int limit);

  /**
   * What was last seen of each cluster of a region, tombstones included, by id from after the one
   * given.
   */
  List<Seen> seen(RegionId region, Optional<ClusterId> after, int limit);

  /** What is promised to all clusters of a region together. */
  Promised promised(RegionId region);

  /**
   * Takes out of the outbox what was copied; entries that came since stay, the version too.
   * Repeatable.
   */
  void drain(ClusterId id, Outbox copied);

  /**
   * Removes tombstones of clusters that were deleted before the moment; returns how many. One whose
   * outbox is not empty stays: its last events are not told yet. Repeatable.
   */
  long removeTombstones(Instant deletedBefore);

  /** Forgets origins older than the moment; returns how many. Repeatable. */
  long forgetOrigins(Instant before);

  /**
   * How old the newest good backups are.
   *
   * @param oldest as of when the oldest of them is; absent when there is none
   * @param late how many clusters have none that is young enough
   */
  record BackupAges(Optional<Instant> oldest, long late) {}

  /**
   * What was last seen of a cluster.
   *
   * @param digest absent before the first look
   */
  record Seen(ClusterId id, Optional<String> digest, boolean deleted) {}
}

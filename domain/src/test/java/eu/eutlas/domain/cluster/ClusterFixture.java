package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupOrder;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * Clusters for tests, brought into their states as the product does it, at {@link Given#NOW}, their
 * outbox relayed.
 */
public final class ClusterFixture {

  /** The generation that is wanted; there were two before it. */
  public static final long GENERATION = 3;

  public static final Duration CREATE_TAKES = Duration.ofMinutes(15);
  public static final Duration UPDATE_TAKES = Duration.ofMinutes(60);
  public static final Duration PAUSE_TAKES = Duration.ofMinutes(10);
  public static final Duration DELETE_TAKES = Duration.ofMinutes(30);
  public static final Endpoint HERE = new Endpoint("127.0.0.1", 27017);
  public static final Endpoint ELSEWHERE = new Endpoint("127.0.0.1", 27018);

  public static final SealedSecret PASSWORD = new SealedSecret("sealed password");
  public static final Set<RoleGrant> READS_AND_WRITES =
      Set.of(new RoleGrant(DatabaseRole.READ_WRITE, new DatabaseName("shop")));

  private static final int CREATE_NUMBER = 0xc1;
  private static final int DELETE_NUMBER = 0xd1;
  private static final int RESIZE_NUMBER = 0xa1;
  private static final int PAUSE_NUMBER = 0xb1;
  private static final int RESUME_NUMBER = 0xb2;

  private ClusterFixture() {}

  public static Cluster creating() {
    return relayed(justRequested());
  }

  /** A cluster with what its creation told still in the outbox. */
  public static Cluster justRequested() {
    return Cluster.request(
        createOperation(),
        new ClusterName("shop"),
        spec(),
        new ClusterSettings(Labels.NONE, false),
        Optional.empty(),
        turn(NOW));
  }

  public static Cluster ready() {
    return seeing(creating(), Seen.PROVED);
  }

  public static Cluster degraded() {
    return seeing(ready(), Seen.ABSENT);
  }

  /** On the way from the generation before to the one that is wanted. */
  public static Cluster updating() {
    return relayed(
        ClusterChange.resize(readyBefore(), aPlan("SMALL", 2), resizeOperation(), turn(NOW))
            .orElseThrow());
  }

  /** READY, of the generation before the one that is wanted. */
  public static Cluster readyBefore() {
    return readyOf(GENERATION - 1);
  }

  private static Cluster readyOf(long generation) {
    var before = wanting(creating(), spec(generation, 1));
    var seen = Seen.PROVED.observation(generation);
    return relayed(ClusterLifecycle.step(before, seen, turn(NOW)).next());
  }

  /** To be stopped as the generation that is wanted. */
  public static Cluster pausing() {
    return pausing(GENERATION);
  }

  private static Cluster pausing(long generation) {
    return relayed(
        ClusterChange.pause(readyOf(generation - 1), pauseOperation(), turn(NOW)).orElseThrow());
  }

  public static Cluster paused() {
    return seeing(pausing(), Seen.STOPPED);
  }

  /** Paused, and yet it runs. */
  public static Cluster pausedDrifted() {
    return seeing(paused(), Seen.UNTRIED);
  }

  /** To run again as the generation that is wanted; it was stopped as the one before. */
  public static Cluster resuming() {
    var seen = Seen.STOPPED.observation(GENERATION - 1);
    var paused = ClusterLifecycle.step(pausing(GENERATION - 1), seen, turn(NOW)).next();
    return relayed(
        ClusterChange.resume(relayed(paused), resumeOperation(), turn(NOW)).orElseThrow());
  }

  public static Cluster deleting() {
    return relayed(ready().delete(deleteOperation(), turn(NOW)).orElseThrow());
  }

  public static Cluster deleted() {
    return seeing(deleting(), Seen.ABSENT);
  }

  public static Cluster failedToCreate() {
    return relayed(
        ClusterLifecycle.attemptFailed(creating(), permanent(), RetryPolicy.USUAL, turn(NOW)));
  }

  public static Cluster failedToUpdate() {
    return relayed(
        ClusterLifecycle.attemptFailed(updating(), permanent(), RetryPolicy.USUAL, turn(NOW)));
  }

  public static Cluster failedToPause() {
    return relayed(
        ClusterLifecycle.attemptFailed(pausing(), permanent(), RetryPolicy.USUAL, turn(NOW)));
  }

  public static Cluster failedToResume() {
    return relayed(
        ClusterLifecycle.attemptFailed(resuming(), permanent(), RetryPolicy.USUAL, turn(NOW)));
  }

  public static Cluster failedToDelete() {
    return relayed(
        ClusterLifecycle.attemptFailed(deleting(), permanent(), RetryPolicy.USUAL, turn(NOW)));
  }

  public static Operation createOperation() {
    return Given.operation(OperationType.CREATE, CREATE_NUMBER, NOW, CREATE_TAKES);
  }

  public static Operation deleteOperation() {
    return Given.operation(OperationType.DELETE, DELETE_NUMBER, NOW, DELETE_TAKES);
  }

  public static Operation resizeOperation() {
    return Given.operation(OperationType.RESIZE, RESIZE_NUMBER, NOW, UPDATE_TAKES);
  }

  public static Operation upgradeOperation() {
    return Given.operation(OperationType.UPGRADE, RESIZE_NUMBER, NOW, UPDATE_TAKES);
  }

  public static Operation pauseOperation() {
    return Given.operation(OperationType.PAUSE, PAUSE_NUMBER, NOW, PAUSE_TAKES);
  }

  public static Operation resumeOperation() {
    return Given.operation(OperationType.RESUME, RESUME_NUMBER, NOW, PAUSE_TAKES);
  }

  /** A plan with so much storage. */
  public static Plan aPlan(String id, int gigabytes) {
    return new Plan(
        new PlanId(id),
        id,
        new Resources(500, 1024, gigabytes, 1),
        false,
        new Money(900, Currency.getInstance("EUR")));
  }

  public static ClusterSpec spec() {
    return spec(GENERATION, 1);
  }

  public static ClusterSpec spec(long generation, int usersVersion) {
    return new ClusterSpec(
        generation,
        new PlanId("DEV"),
        new Resources(250, 512, 1, 1),
        new RegionId("local"),
        new MongoVersion("7.0"),
        new DatabaseLogin("eutlas", new SealedSecret("sealed admin password"), 1),
        ClusterUsers.of(
            new DatabaseLogin("shop", new SealedSecret("sealed customer password"), usersVersion)),
        AccessList.NOBODY);
  }

  /** A user who reads and writes one database. */
  public static UserChange.NewUser newUser(String name) {
    return new UserChange.NewUser(
        new Username(name), PASSWORD, READS_AND_WRITES, Optional.empty(), NOW);
  }

  public static Actor someone() {
    return Given.person();
  }

  /** A turn at that moment, without jitter one way or the other. */
  public static Turn turn(Instant now) {
    return new Turn(now, new EventId(Given.hex(0xe1)), 0.5);
  }

  public static OperationError permanent() {
    return new OperationError(FailureClass.PERMANENT, "NO_ROOM", "There is no room for it.");
  }

  public static OperationError transientError() {
    return new OperationError(FailureClass.TRANSIENT, "UNREACHABLE", "It did not answer.");
  }

  /** The cluster after the relay has copied its outbox. */
  public static Cluster relayed(Cluster cluster) {
    return with(cluster, cluster.spec(), cluster.settings(), Outbox.EMPTY);
  }

  /** The cluster protected from deletion. */
  public static Cluster guarded(Cluster cluster) {
    var settings = new ClusterSettings(cluster.settings().labels(), true);
    return with(cluster, cluster.spec(), settings, cluster.outbox());
  }

  /** The cluster with another spec. */
  public static Cluster wanting(Cluster cluster, ClusterSpec spec) {
    return with(cluster, spec, cluster.settings(), cluster.outbox());
  }

  private static Cluster with(
      Cluster cluster, ClusterSpec spec, ClusterSettings settings, Outbox outbox) {
    return new Cluster(
        cluster.id(),
        cluster.orgId(),
        cluster.projectId(),
        cluster.name(),
        spec,
        settings,
        cluster.status(),
        outbox,
        cluster.origin(),
        cluster.createdAt(),
        cluster.updatedAt(),
        cluster.revision(),
        cluster.version());
  }

  private static Cluster seeing(Cluster cluster, Seen seen) {
    return relayed(ClusterLifecycle.step(cluster, seen.observation(), turn(NOW)).next());
  }

  /** A backup that somebody wants of a cluster. */
  public static Backup aBackup(Cluster cluster) {
    return Backup.request(
        new BackupId("0123456789abcdef000000b1"),
        new BackupOrder(
            cluster.orgId(),
            cluster.projectId(),
            cluster.id(),
            cluster.name(),
            cluster.spec().region(),
            BackupTrigger.MANUAL,
            Initiator.EUTLAS,
            new CorrelationId("backup-correlation"),
            Optional.empty(),
            cluster.createdAt()));
  }
}

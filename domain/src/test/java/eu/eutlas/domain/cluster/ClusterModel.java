package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Backoff;
import eu.eutlas.domain.operation.OperationState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people may expect of a cluster, told as simply as can be. */
final class ClusterModel {

  private final List<EventType> told = new ArrayList<>();
  private final List<OperationState> ended = new ArrayList<>();
  private ClusterState.Name state = ClusterState.Name.CREATING;
  private Instant deadline = Given.NOW.plus(ClusterFixture.CREATE_TAKES);
  private EventType done = EventType.CLUSTER_READY;
  private boolean guarded;
  private boolean deletionFailed;
  private boolean provedElsewhere;
  private ClusterState.Name failedIn = ClusterState.Name.CREATING;
  private ClusterState.Name before = ClusterState.Name.CREATING;
  private boolean begun;
  private Overlap overlap = Overlap.NONE;
  private Overlap overlapBefore = Overlap.NONE;
  private int users;
  private int usersBefore;
  private int failures;
  private Instant nextAttempt = Given.NOW;

  /**
   * Whether two logins work beside each other.
   *
   * @param end absent until the newer one is proved
   */
  private record Overlap(Optional<Instant> end) {
    /** One login alone; told apart by being this one. */
    private static final Overlap NONE = new Overlap(Optional.of(Instant.MAX));

    Overlap begun(Instant now) {
      return end.isPresent() ? this : new Overlap(Optional.of(now.plus(ClusterWorld.OVERLAP)));
    }

    boolean isOver(Instant now) {
      return end.filter(at -> !now.isBefore(at)).isPresent();
    }
  }

  ClusterModel() {
    told.add(EventType.CLUSTER_CREATION_REQUESTED);
  }

  ClusterState.Name state() {
    return state;
  }

  List<EventType> told() {
    return told;
  }

  List<OperationState> ended() {
    return ended;
  }

  /** Lets it happen; gives back the refusal, where there must be one. */
  Optional<RefusalCode> apply(Move move, Instant now) {
    switch (move.kind()) {
      case LOOK -> look(move.seen(), now);
      case FAIL_FOR_NOW, FAIL_UNKNOWN -> failForNow(now, move.jitter());
      case FAIL_FOR_GOOD -> failForGood();
      case RESIZE -> {
        return update(EventType.CLUSTER_RESIZE_REQUESTED, EventType.CLUSTER_RESIZED, now);
      }
      case UPGRADE -> {
        return update(EventType.CLUSTER_UPGRADE_REQUESTED, EventType.CLUSTER_UPGRADED, now);
      }
      case ROTATE_CREDENTIALS -> {
        return rotate(now);
      }
      case DATABASE_USERS -> {
        return createUser(now);
      }
      case DROP_USER -> {
        return dropUser(now);
      }
      case RETRY -> {
        return retry(now);
      }
      case CANCEL -> {
        return cancel();
      }
      case DELETE -> {
        return delete(now);
      }
      case GUARD -> {
        return guard(true);
      }
      case UNGUARD -> {
        return guard(false);
      }
      case READ_CREDENTIALS -> told.add(EventType.CLUSTER_CREDENTIALS_READ);
      case ABANDON -> abandon();
      case RELAY -> {
        // What was told stays told.
      }
    }
    return Optional.empty();
  }

  private void look(Seen seen, Instant now) {
    var proved = seen == Seen.PROVED || seen == Seen.MOVED_PROVED;
    begun |= isUnderWay() && !now.isBefore(nextAttempt);
    switch (state) {
      case CREATING, UPDATING -> {
        if (proved) {
          arrive(done, now);
          ended.add(OperationState.SUCCEEDED);
        } else {
          failIfExpired(now);
        }
      }
      case READY -> {
        if (!proved && seen != (provedElsewhere ? Seen.MOVED_UNTRIED : Seen.UNTRIED)) {
          become(ClusterState.Name.DEGRADED, EventType.CLUSTER_DEGRADED);
        }
        if (proved && overlap.isOver(now)) {
          overlap = Overlap.NONE;
          told.add(EventType.CLUSTER_CREDENTIALS_ENDED);
        }
      }
      case DEGRADED -> recoverIf(proved, now);
      case DELETING -> {
        if (seen == Seen.ABSENT) {
          become(ClusterState.Name.DELETED, EventType.CLUSTER_DELETED);
          ended.add(OperationState.SUCCEEDED);
        } else {
          failIfExpired(now);
        }
      }
      case FAILED -> {
        if (!deletionFailed) {
          recoverIf(proved, now);
        } else if (seen == Seen.ABSENT) {
          become(ClusterState.Name.DELETED, EventType.CLUSTER_DELETED);
        }
      }
      case DELETED -> {
        // For ever.
      }
    }
    if (proved) {
      provedElsewhere = seen == Seen.MOVED_PROVED;
    }
  }

  private void recoverIf(boolean proved, Instant now) {
    if (proved) {
      arrive(EventType.CLUSTER_RECOVERED, now);
    }
  }

  private void arrive(EventType event, Instant now) {
    become(ClusterState.Name.READY, event);
    overlap = overlap.begun(now);
  }

  private Optional<RefusalCode> rotate(Instant now) {
    if (!overlap.equals(Overlap.NONE) && isServing()) {
      return Optional.of(RefusalCode.ROTATION_NOT_OVER);
    }
    var refusal =
        update(EventType.CLUSTER_ROTATION_REQUESTED, EventType.CLUSTER_CREDENTIALS_ROTATED, now);
    if (refusal.isEmpty()) {
      overlap = new Overlap(Optional.empty());
    }
    return refusal;
  }

  private Optional<RefusalCode> createUser(Instant now) {
    var refusal =
        update(EventType.CLUSTER_USER_CREATION_REQUESTED, EventType.CLUSTER_USER_CREATED, now);
    if (refusal.isEmpty()) {
      users++;
    }
    return refusal;
  }

  private Optional<RefusalCode> dropUser(Instant now) {
    if (isServing() && users == 0) {
      return Optional.of(RefusalCode.NOT_FOUND);
    }
    var refusal =
        update(EventType.CLUSTER_USER_DELETION_REQUESTED, EventType.CLUSTER_USER_DELETED, now);
    if (refusal.isEmpty()) {
      users--;
    }
    return refusal;
  }

  private boolean isServing() {
    return state == ClusterState.Name.READY || state == ClusterState.Name.DEGRADED;
  }

  private void failForNow(Instant now, double jitter) {
    if (isUnderWay() && !now.isBefore(nextAttempt)) {
      failures++;
      nextAttempt = now.plus(Backoff.after(failures, jitter));
      if (failures == 30 || !nextAttempt.isBefore(deadline)) {
        failForGood();
      }
    }
  }

  private void failIfExpired(Instant now) {
    if (!now.isBefore(deadline)) {
      failForGood();
    }
  }

  private void failForGood() {
    if (isUnderWay()) {
      failedIn = state;
      deletionFailed = state == ClusterState.Name.DELETING;
      become(ClusterState.Name.FAILED, EventType.CLUSTER_OPERATION_FAILED);
      ended.add(OperationState.FAILED);
    }
  }

  private Optional<RefusalCode> update(EventType requested, EventType toBeTold, Instant now) {
    if (state == ClusterState.Name.DELETED) {
      return Optional.of(RefusalCode.NOT_FOUND);
    }
    if (isUnderWay()) {
      return Optional.of(RefusalCode.OPERATION_IN_PROGRESS);
    }
    if (state == ClusterState.Name.FAILED) {
      return Optional.of(RefusalCode.NOT_READY);
    }
    before = state;
    overlapBefore = overlap;
    usersBefore = users;
    become(ClusterState.Name.UPDATING, requested);
    done = toBeTold;
    begin(now, ClusterFixture.UPDATE_TAKES);
    return Optional.empty();
  }

  private Optional<RefusalCode> retry(Instant now) {
    if (state == ClusterState.Name.DELETED) {
      return Optional.of(RefusalCode.NOT_FOUND);
    }
    if (isUnderWay()) {
      return Optional.of(RefusalCode.OPERATION_IN_PROGRESS);
    }
    if (state != ClusterState.Name.FAILED) {
      return Optional.of(RefusalCode.NOT_FAILED);
    }
    if (deletionFailed && guarded) {
      return Optional.of(RefusalCode.CLUSTER_PROTECTED);
    }
    become(failedIn, EventType.CLUSTER_OPERATION_RETRIED);
    begin(
        now,
        switch (failedIn) {
          case CREATING -> ClusterFixture.CREATE_TAKES;
          case DELETING -> ClusterFixture.DELETE_TAKES;
          case UPDATING -> ClusterFixture.UPDATE_TAKES;
          case READY, DEGRADED, DELETED, FAILED -> throw new AssertionError(failedIn);
        });
    begun = true;
    return Optional.empty();
  }

  private Optional<RefusalCode> cancel() {
    if (!isUnderWay() || begun) {
      return Optional.of(RefusalCode.TOO_LATE);
    }
    overlap = overlapBefore;
    users = usersBefore;
    var back = state == ClusterState.Name.CREATING ? ClusterState.Name.DELETED : before;
    become(back, EventType.CLUSTER_OPERATION_CANCELLED);
    ended.add(OperationState.CANCELLED);
    return Optional.empty();
  }

  private void begin(Instant now, Duration takes) {
    deadline = now.plus(takes);
    begun = false;
    failures = 0;
    nextAttempt = now;
  }

  private Optional<RefusalCode> delete(Instant now) {
    if (state == ClusterState.Name.DELETED) {
      return Optional.of(RefusalCode.NOT_FOUND);
    }
    if (state == ClusterState.Name.DELETING) {
      return Optional.of(RefusalCode.ALREADY_DELETING);
    }
    if (guarded) {
      return Optional.of(RefusalCode.CLUSTER_PROTECTED);
    }
    if (isUnderWay()) {
      ended.add(OperationState.SUPERSEDED);
    }
    become(ClusterState.Name.DELETING, EventType.CLUSTER_DELETION_REQUESTED);
    begin(now, ClusterFixture.DELETE_TAKES);
    begun = true;
    return Optional.empty();
  }

  private Optional<RefusalCode> guard(boolean on) {
    if (state == ClusterState.Name.DELETED) {
      return Optional.of(RefusalCode.NOT_FOUND);
    }
    if (guarded != on) {
      guarded = on;
      told.add(EventType.CLUSTER_UPDATED);
    }
    return Optional.empty();
  }

  private void abandon() {
    if (isUnderWay()) {
      become(ClusterState.Name.DELETED, EventType.CLUSTER_DELETED);
      ended.add(OperationState.SUPERSEDED);
    }
  }

  private boolean isUnderWay() {
    return state == ClusterState.Name.CREATING
        || state == ClusterState.Name.UPDATING
        || state == ClusterState.Name.DELETING;
  }

  private void become(ClusterState.Name next, EventType event) {
    state = next;
    told.add(event);
  }
}

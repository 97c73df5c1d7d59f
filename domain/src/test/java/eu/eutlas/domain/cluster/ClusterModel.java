package eu.eutlas.domain.cluster;

import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.OperationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people may expect of a cluster, told as simply as can be. */
final class ClusterModel {
  private final List<EventType> told = new ArrayList<>();
  private final List<OperationState> ended = new ArrayList<>();
  private ClusterState.Name state = ClusterState.Name.CREATING;
  private EventType done = EventType.CLUSTER_READY;
  private boolean guarded;
  private boolean backedUp;
  private boolean strayed;
  private boolean provedElsewhere;
  private ClusterState.Name failedIn = ClusterState.Name.CREATING;
  private ClusterState.Name before = ClusterState.Name.CREATING;
  private final UsersModel users = new UsersModel();
  private final AttemptsModel attempts = new AttemptsModel(ClusterFixture.CREATE_TAKES);

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
    return switch (move.kind()) {
      case BACK_UP -> backUp();
      case RESIZE -> update(EventType.CLUSTER_RESIZE_REQUESTED, EventType.CLUSTER_RESIZED, now);
      case UPGRADE -> update(EventType.CLUSTER_UPGRADE_REQUESTED, EventType.CLUSTER_UPGRADED, now);
      case ROTATE_CREDENTIALS -> rotate(now);
      case DATABASE_USERS -> createUser(now);
      case DROP_USER -> dropUser(now);
      case ACCESS_LIST ->
          update(EventType.CLUSTER_ACCESS_CHANGE_REQUESTED, EventType.CLUSTER_ACCESS_CHANGED, now);
      case PAUSE -> pause(now);
      case RESUME -> resume(now);
      case RETRY -> retry(now);
      case CANCEL -> cancel();
      case DELETE -> delete(now);
      case GUARD -> guard(true);
      case UNGUARD -> guard(false);
      default -> {
        happen(move, now);
        yield Optional.empty();
      }
    };
  }

  private void happen(Move move, Instant now) {
    switch (move.kind()) {
      case LOOK -> look(move.seen(), now);
      case FAIL_FOR_NOW, FAIL_UNKNOWN -> failForNow(now, move.jitter());
      case FAIL_FOR_GOOD -> failForGood();
      case READ_CREDENTIALS -> told.add(EventType.CLUSTER_CREDENTIALS_READ);
      case BACKUP_ENDS, BACKUP_IS_DROPPED -> backedUp = false;
      case ABANDON -> abandon();
      default -> {}
    }
  }

  private void look(Seen seen, Instant now) {
    var proved = seen == Seen.PROVED || seen == Seen.MOVED_PROVED;
    var stopped = seen == Seen.STOPPED;
    var gone = seen == Seen.ABSENT;
    if (isUnderWay()) {
      attempts.look(now);
    }
    switch (state) {
      case CREATING, UPDATING, RESUMING -> endIf(proved, ClusterState.Name.READY, done, now);
      case RESTORING ->
          throw new IllegalStateException("Restores are not among the moves of this model.");
      case PAUSING -> endIf(stopped, ClusterState.Name.PAUSED, EventType.CLUSTER_PAUSED, now);
      case PAUSED -> {
        if (strayed == stopped) {
          told.add(stopped ? EventType.CLUSTER_PAUSED : EventType.CLUSTER_DEGRADED);
          strayed = !stopped;
        }
      }
      case READY -> {
        if (!proved && seen != (provedElsewhere ? Seen.MOVED_UNTRIED : Seen.UNTRIED)) {
          become(ClusterState.Name.DEGRADED, EventType.CLUSTER_DEGRADED);
        }
        if (proved && users.end(now)) {
          told.add(EventType.CLUSTER_CREDENTIALS_ENDED);
        }
      }
      case DEGRADED -> becomeIf(proved, ClusterState.Name.READY, EventType.CLUSTER_RECOVERED);
      case DELETING -> endIf(gone, ClusterState.Name.DELETED, EventType.CLUSTER_DELETED, now);
      case FAILED -> {
        if (failedIn == ClusterState.Name.DELETING) {
          becomeIf(gone, ClusterState.Name.DELETED, EventType.CLUSTER_DELETED);
        } else if (failedIn == ClusterState.Name.PAUSING) {
          becomeIf(stopped, ClusterState.Name.PAUSED, EventType.CLUSTER_PAUSED);
        } else {
          becomeIf(proved, ClusterState.Name.READY, EventType.CLUSTER_RECOVERED);
        }
      }
      case DELETED -> {}
    }
    if (state == ClusterState.Name.READY && proved) {
      users.proved(now);
    }
    if (proved) {
      provedElsewhere = seen == Seen.MOVED_PROVED;
    }
  }

  private void endIf(boolean isDone, ClusterState.Name next, EventType event, Instant now) {
    if (isDone) {
      become(next, event);
      ended.add(OperationState.SUCCEEDED);
    } else if (attempts.areOver(now)) {
      failForGood();
    }
  }

  private void becomeIf(boolean isTrue, ClusterState.Name next, EventType event) {
    if (isTrue) {
      become(next, event);
    }
  }

  private Optional<RefusalCode> rotate(Instant now) {
    return users.areTwoLogins() && Refusals.isServing(state)
        ? Optional.of(RefusalCode.ROTATION_NOT_OVER)
        : change(
            EventType.CLUSTER_ROTATION_REQUESTED,
            EventType.CLUSTER_CREDENTIALS_ROTATED,
            users::rotate,
            now);
  }

  private Optional<RefusalCode> createUser(Instant now) {
    return change(
        EventType.CLUSTER_USER_CREATION_REQUESTED,
        EventType.CLUSTER_USER_CREATED,
        () -> users.add(1),
        now);
  }

  private Optional<RefusalCode> dropUser(Instant now) {
    return users.isEmpty() && Refusals.isServing(state)
        ? Optional.of(RefusalCode.NOT_FOUND)
        : change(
            EventType.CLUSTER_USER_DELETION_REQUESTED,
            EventType.CLUSTER_USER_DELETED,
            () -> users.add(-1),
            now);
  }

  private Optional<RefusalCode> change(
      EventType requested, EventType toBeTold, Runnable changed, Instant now) {
    var refusal = update(requested, toBeTold, now);
    if (refusal.isEmpty()) {
      changed.run();
    }
    return refusal;
  }

  private void failForNow(Instant now, double jitter) {
    if (isUnderWay() && attempts.failAndGiveUp(now, jitter)) {
      failForGood();
    }
  }

  private void failForGood() {
    if (isUnderWay()) {
      failedIn = state;
      become(ClusterState.Name.FAILED, EventType.CLUSTER_OPERATION_FAILED);
      ended.add(OperationState.FAILED);
    }
  }

  private Optional<RefusalCode> update(EventType requested, EventType toBeTold, Instant now) {
    var refusal = Refusals.ofUpdate(state);
    if (refusal.isEmpty()) {
      before = state;
      users.keep();
      become(ClusterState.Name.UPDATING, requested);
      done = toBeTold;
      attempts.begin(now, ClusterFixture.UPDATE_TAKES);
    }
    return refusal;
  }

  private Optional<RefusalCode> pause(Instant now) {
    return turn(
        ClusterState.Name.READY,
        RefusalCode.NOT_READY,
        () -> become(ClusterState.Name.PAUSING, EventType.CLUSTER_PAUSE_REQUESTED),
        now);
  }

  private Optional<RefusalCode> resume(Instant now) {
    return turn(
        ClusterState.Name.PAUSED,
        RefusalCode.NOT_PAUSED,
        () -> {
          become(ClusterState.Name.RESUMING, EventType.CLUSTER_RESUME_REQUESTED);
          done = EventType.CLUSTER_RESUMED;
        },
        now);
  }

  private Optional<RefusalCode> turn(
      ClusterState.Name from, RefusalCode otherwise, Runnable turned, Instant now) {
    var refusal = Refusals.unlessIn(from, state, otherwise);
    if (refusal.isEmpty()) {
      strayed = false;
      turned.run();
      attempts.beginForGood(now, ClusterFixture.PAUSE_TAKES);
    }
    return refusal;
  }

  private Optional<RefusalCode> retry(Instant now) {
    var refusal = Refusals.ofRetry(state, failedIn, guarded);
    if (refusal.isEmpty()) {
      become(failedIn, EventType.CLUSTER_OPERATION_RETRIED);
      attempts.beginForGood(now, AttemptsModel.takes(failedIn));
    }
    return refusal;
  }

  private Optional<RefusalCode> backUp() {
    var refusal = Refusals.ofBackup(state, backedUp);
    if (refusal.isEmpty()) {
      backedUp = true;
      told.add(EventType.BACKUP_REQUESTED);
    }
    return refusal;
  }

  private Optional<RefusalCode> cancel() {
    if (!isUnderWay() || attempts.haveBegun()) {
      return Optional.of(RefusalCode.TOO_LATE);
    }
    users.takeBack();
    var back = state == ClusterState.Name.CREATING ? ClusterState.Name.DELETED : before;
    become(back, EventType.CLUSTER_OPERATION_CANCELLED);
    ended.add(OperationState.CANCELLED);
    return Optional.empty();
  }

  private Optional<RefusalCode> delete(Instant now) {
    var refusal = Refusals.ofDeletion(state, guarded);
    if (refusal.isEmpty()) {
      if (isUnderWay()) {
        ended.add(OperationState.SUPERSEDED);
      }
      become(ClusterState.Name.DELETING, EventType.CLUSTER_DELETION_REQUESTED);
      attempts.beginForGood(now, ClusterFixture.DELETE_TAKES);
    }
    return refusal;
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
    return Refusals.isUnderWay(state);
  }

  private void become(ClusterState.Name next, EventType event) {
    backedUp &= next != ClusterState.Name.DELETING && next != ClusterState.Name.DELETED;
    state = next;
    told.add(event);
  }
}

package eu.eutlas.domain.backup;

import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.BackupModelTest.Kind;
import eu.eutlas.domain.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people may expect of a backup, told as simply as can be. */
final class BackupModel {
  private static final int MOST = 5;

  private final List<EventType> told = new ArrayList<>();
  private BackupState.Name state = BackupState.Name.QUEUED;
  private int tries;
  private boolean held;
  private boolean good;
  private Instant end = Instant.MAX;
  private Instant readUntil = Instant.MIN;

  BackupState.Name state() {
    return state;
  }

  int tries() {
    return tries;
  }

  List<EventType> told() {
    return told;
  }

  /** Lets it happen; gives back the refusal, where there must be one. */
  Optional<RefusalCode> apply(Kind kind, Instant now) {
    return switch (kind) {
      case HOLD -> hold(true);
      case RELEASE -> hold(false);
      case DOWNLOAD -> download(now);
      case DELETE -> delete();
      case RUN, PROGRESS, COMPLETE, FAIL_FOR_NOW, FAIL_FOR_GOOD, GIVE_UP, SETTLE -> {
        work(kind, now);
        yield Optional.empty();
      }
      case TEND, TEND_NEWEST, RELAY -> {
        tend(kind, now);
        yield Optional.empty();
      }
    };
  }

  private void work(Kind kind, Instant now) {
    if (state != BackupState.Name.QUEUED && state != BackupState.Name.RUNNING) {
      return;
    }
    var queued = state == BackupState.Name.QUEUED;
    if (queued && (kind == Kind.RUN || isFailure(kind))) {
      tries++;
    }
    if (kind == Kind.RUN) {
      state = BackupState.Name.RUNNING;
    } else if (kind == Kind.COMPLETE && !queued) {
      state = BackupState.Name.COMPLETED;
      good = true;
      end = now.plus(Duration.ofDays(7));
      told.add(EventType.BACKUP_COMPLETED);
    } else if (kind == Kind.GIVE_UP
        || kind == Kind.FAIL_FOR_GOOD
        || (kind == Kind.FAIL_FOR_NOW && tries == MOST)) {
      state = BackupState.Name.FAILED;
      end = now.plus(Duration.ofDays(30));
      told.add(EventType.BACKUP_FAILED);
    } else if (kind == Kind.FAIL_FOR_NOW) {
      state = BackupState.Name.QUEUED;
    }
  }

  private static boolean isFailure(Kind kind) {
    return kind == Kind.FAIL_FOR_NOW || kind == Kind.FAIL_FOR_GOOD;
  }

  private void tend(Kind kind, Instant now) {
    var isOver = !now.isBefore(end) && state != BackupState.Name.DELETING;
    if (kind == Kind.TEND && isOver && !held && !now.isBefore(readUntil)) {
      state = BackupState.Name.DELETING;
      if (good) {
        told.add(EventType.BACKUP_EXPIRED);
      }
    }
  }

  private Optional<RefusalCode> hold(boolean wanted) {
    if (state != BackupState.Name.COMPLETED) {
      return Optional.of(RefusalCode.BACKUP_NOT_COMPLETED);
    }
    if (held != wanted) {
      held = wanted;
      told.add(wanted ? EventType.BACKUP_HELD : EventType.BACKUP_RELEASED);
    }
    return Optional.empty();
  }

  private Optional<RefusalCode> download(Instant now) {
    if (state != BackupState.Name.COMPLETED) {
      return Optional.of(RefusalCode.BACKUP_NOT_COMPLETED);
    }
    readUntil = now.plus(Duration.ofHours(6));
    told.add(EventType.BACKUP_DOWNLOADED);
    return Optional.empty();
  }

  private Optional<RefusalCode> delete() {
    if (held) {
      return Optional.of(RefusalCode.BACKUP_HELD);
    }
    if (state != BackupState.Name.DELETING) {
      state = BackupState.Name.DELETING;
      told.add(EventType.BACKUP_DELETED);
    }
    return Optional.empty();
  }
}

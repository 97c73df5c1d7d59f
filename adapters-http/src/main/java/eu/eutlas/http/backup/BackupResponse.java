package eu.eutlas.http.backup;

import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.http.operation.ActorResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup.
 *
 * @param progress a share in per cent, by what the server said of its size before; 100 when it is
 *     COMPLETED
 * @param sizeBytes of the archive as it is downloaded; null before it is COMPLETED, as are checksum
 *     (SHA-256 of the archive), contents, startedAt and completedAt
 * @param expiresAt when it may be removed; null while that is not known
 * @param provenAt when it was restored into a throw-away cluster and compared; null if never
 * @param recoverySeconds how long that took
 * @param proof the last proof that was asked for; null when none was
 * @param hold null when it goes in its time
 * @param error of the last attempt that failed
 * @param nextAttemptAt when it is tried again; null when it is not waiting for that
 */
record BackupResponse(
    String id,
    String clusterId,
    String clusterName,
    BackupTrigger trigger,
    BackupState.Name state,
    int progress,
    int attempts,
    @Nullable Long sizeBytes,
    @Nullable String checksum,
    @Nullable ContentsResponse contents,
    ActorResponse actor,
    String correlationId,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant provenAt,
    @Nullable Long recoverySeconds,
    @Nullable ProofResponse proof,
    @Nullable HoldResponse hold,
    @Nullable BackupErrorResponse error,
    @Nullable Instant nextAttemptAt) {
  private static final int WHOLE = 100;
  private static final int ALMOST = 99;

  /** What it holds. */
  record ContentsResponse(
      Instant at,
      int collections,
      long documents,
      long dataBytes,
      String serverVersion,
      Consistency consistency) {
    static ContentsResponse of(Contents contents) {
      return new ContentsResponse(
          contents.at(),
          contents.collections(),
          contents.documents(),
          contents.dataBytes(),
          contents.serverVersion(),
          contents.consistency());
    }
  }

  /** That it must not go. */
  record HoldResponse(Instant since, String reason) {
    static HoldResponse of(Hold hold) {
      return new HoldResponse(hold.since(), hold.reason().value());
    }
  }

  /**
   * How far a proof has come.
   *
   * @param region where the throw-away cluster runs
   * @param error why it FAILED, or the last attempt of one that is RUNNING
   */
  record ProofResponse(
      Proving.State state,
      String region,
      ActorResponse actor,
      Instant createdAt,
      @Nullable BackupErrorResponse error) {
    static ProofResponse of(Proving proving) {
      return new ProofResponse(
          proving.state(),
          proving.region().value(),
          ActorResponse.of(proving.actor()),
          proving.at(),
          proving.error().map(BackupErrorResponse::of).orElse(null));
    }
  }

  /** Why an attempt failed. */
  record BackupErrorResponse(String code, String message, boolean retryable) {
    static BackupErrorResponse of(OperationError error) {
      return new BackupErrorResponse(
          error.code(), error.message(), error.failureClass().isRetryable());
    }
  }

  static BackupResponse of(Backup backup) {
    var order = backup.order();
    var contents = backup.contents();
    var keeping = backup.keeping();
    return new BackupResponse(
        backup.id().value(),
        order.clusterId().value(),
        order.clusterName().value(),
        order.trigger(),
        backup.state().name(),
        progress(backup.state()),
        backup.tries().count(),
        contents.map(Contents::sizeBytes).orElse(null),
        contents.map(found -> found.checksum().hex()).orElse(null),
        contents.map(ContentsResponse::of).orElse(null),
        ActorResponse.of(order.actor()),
        order.correlationId().value(),
        order.at(),
        startedAt(backup.state()),
        completedAt(backup.state()),
        keeping.expiresAt().orElse(null),
        keeping.proof().map(BackupProof::at).orElse(null),
        keeping.proof().map(BackupProof::recovery).map(Duration::toSeconds).orElse(null),
        keeping.proving().map(ProofResponse::of).orElse(null),
        keeping.hold().map(HoldResponse::of).orElse(null),
        backup.tries().error().map(BackupErrorResponse::of).orElse(null),
        nextAttemptAt(backup));
  }

  private static int progress(BackupState state) {
    return switch (state) {
      case BackupState.Completed completed -> WHOLE;
      case BackupState.Running(var since, var documents, var bytes, var expected) ->
          expected == 0 ? 0 : (int) Math.min(ALMOST, bytes * WHOLE / expected);
      case BackupState.Queued queued -> 0;
      case BackupState.Failed failed -> 0;
      case BackupState.Deleting deleting -> WHOLE;
    };
  }

  private static @Nullable Instant startedAt(BackupState state) {
    return switch (state) {
      case BackupState.Completed completed -> completed.startedAt();
      case BackupState.Running running -> running.since();
      case BackupState.Queued queued -> null;
      case BackupState.Failed failed -> null;
      case BackupState.Deleting deleting -> null;
    };
  }

  private static @Nullable Instant completedAt(BackupState state) {
    return state instanceof BackupState.Completed completed ? completed.completedAt() : null;
  }

  private static @Nullable Instant nextAttemptAt(Backup backup) {
    return backup.state() instanceof BackupState.Queued && backup.tries().error().isPresent()
        ? backup.lookAgainAt().orElse(null)
        : null;
  }
}

package eu.eutlas.http.problem;

import eu.eutlas.domain.RefusalCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All codes that a problem can have, each with its status and what it means. */
public final class ErrorCodes {
  private ErrorCodes() {}

  /** A code as the documents tell it. */
  public record ErrorCode(String code, int status, String meaning) {}

  /** All of them, by status and code. */
  public static List<ErrorCode> all() {
    return Stream.concat(
            Arrays.stream(RefusalCode.values()).map(ErrorCodes::of),
            Arrays.stream(ProblemCode.values())
                .map(code -> new ErrorCode(code.name(), code.status(), code.meaning())))
        .sorted(Comparator.comparingInt(ErrorCode::status).thenComparing(ErrorCode::code))
        .toList();
  }

  private static ErrorCode of(RefusalCode code) {
    return switch (code) {
      case UNAUTHENTICATED ->
          row(code, 401, "There is no access token, or it is not valid any more. Log in.");
      case INVALID_CREDENTIALS -> row(code, 401, "The e-mail address or the password is wrong.");
      case SESSION_ENDED -> row(code, 401, "The refresh token continues nothing. Log in again.");
      case EMAIL_NOT_VERIFIED ->
          row(code, 403, "The address has to be verified first, by the link that was mailed.");
      case SIGNUP_CLOSED -> row(code, 403, "This installation takes no sign-ups of strangers.");
      case FORBIDDEN -> row(code, 403, "The role in the organization does not allow this.");
      case NOT_FOUND ->
          row(code, 404, "There is no such thing, or none that may be known of; or no such route.");
      case PROJECT_NAME_TAKEN ->
          row(code, 409, "The organization has a project of this name already.");
      case PROJECT_NOT_EMPTY -> row(code, 409, "The project has clusters. Delete them first.");
      case PROJECT_NOT_ACTIVE -> row(code, 409, "The project is being deleted.");
      case PROJECT_LIMIT_REACHED -> row(code, 409, "The organization is full of projects.");
      case ORGANIZATION_LIMIT_REACHED ->
          row(code, 409, "One belongs to as many organizations as one can.");
      case CLUSTER_NAME_TAKEN -> row(code, 409, "The project has a cluster of this name already.");
      case CLUSTER_LIMIT_REACHED -> row(code, 409, "The project is full of clusters.");
      case CLUSTER_PROTECTED ->
          row(code, 409, "The cluster is protected. Switch deletionProtection off first.");
      case ALREADY_DELETING ->
          row(code, 409, "The cluster is being deleted already; operationId says by what.");
      case NOT_READY -> row(code, 409, "The cluster is not ready for this. Wait for operationId.");
      case OPERATION_IN_PROGRESS ->
          row(code, 409, "Another operation of the cluster is under way: operationId.");
      case NOT_PAUSED -> row(code, 409, "The cluster is not paused: there is nothing to resume.");
      case NOT_SUPPORTED_HERE -> row(code, 409, "The cluster's region cannot do this.");
      case NOT_FAILED ->
          row(code, 409, "Only the operation that left a cluster FAILED can be tried again.");
      case TOO_LATE -> row(code, 409, "The operation has begun or ended: it cannot be taken back.");
      case PLAN_UNCHANGED -> row(code, 409, "The cluster has this plan already.");
      case STORAGE_NEVER_SHRINKS ->
          row(code, 409, "The plan has less storage than the cluster: data could be lost.");
      case VERSION_UNCHANGED -> row(code, 409, "The cluster runs this version already.");
      case VERSION_OLDER ->
          row(code, 409, "The cluster runs a newer version; data cannot go back.");
      case VERSION_TOO_FAR ->
          row(
              code,
              409,
              "The version is more than one major ahead. Upgrade to the next one first.");
      case ROTATION_NOT_OVER ->
          row(
              code,
              409,
              "The login of before the last rotation still works. Rotate after its end.");
      case DATABASE_USER_EXISTS ->
          row(code, 409, "The cluster has a database user of this name already.");
      case DATABASE_USER_UNCHANGED ->
          row(code, 409, "The database user has these roles already, and no password was given.");
      case DATABASE_USER_LIMIT_REACHED -> row(code, 409, "The cluster is full of database users.");
      case REGION_IN_MAINTENANCE ->
          row(code, 409, "The region takes no orders for a while. Deletions are taken, and wait.");
      case REGION_FULL ->
          row(
              code,
              409,
              "The region has no room for it; detail says what is short, and what to do.");
      case INSTALLATION_PAUSED ->
          row(
              code,
              409,
              "The installation's metadata was restored: it only observes until an administrator resumes it.");
      case ACCESS_UNCHANGED ->
          row(code, 409, "The access list has this range already, with this comment and end.");
      case ACCESS_LIST_FULL -> row(code, 409, "The access list is full.");
      case BACKUP_IN_PROGRESS ->
          row(code, 409, "A backup of the cluster is being taken. Wait for its end.");
      case BACKUP_NOT_COMPLETED ->
          row(code, 409, "Only a backup that is COMPLETED can be used for this.");
      case STORAGE_TOO_SMALL ->
          row(code, 409, "The backup holds more data than the cluster has storage for.");
      case BACKUP_HELD -> row(code, 409, "The backup is on hold: it stays until that is ended.");
      case BACKUP_TOO_LARGE ->
          row(code, 409, "The backup holds more data than this EUTLAS proves.");
      case ALREADY_CREATED ->
          row(code, 409, "This request was done before; its secret was shown then, and only then.");
      case REVISION_CHANGED ->
          row(code, 412, "It has changed since the revision in If-Match. Read it again.");
      case INVALID_REQUEST ->
          row(code, 422, "Fields or parameters are not valid; errors names them.");
      case RESERVED_USERNAME ->
          row(code, 422, "The name is kept for MongoDB or for EUTLAS. Choose another.");
      case TOKEN_INVALID -> row(code, 422, "A mailed link is unknown, used or expired.");
      case IDEMPOTENCY_KEY_REUSED ->
          row(code, 422, "The Idempotency-Key was used with another body. Choose a new one.");
      case BUSY -> row(code, 503, "Too much changes there at once. Nothing was done; try again.");
    };
  }

  private static ErrorCode row(RefusalCode code, int status, String meaning) {
    return new ErrorCode(code.name(), status, meaning);
  }
}

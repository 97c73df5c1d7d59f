package eu.eutlas.storage;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a failure of a call means to whoever runs EUTLAS. The first row that fits decides; what the
 * store itself says stays in the cause.
 */
final class S3Failures {
  private static final Set<String> BUSY =
      Set.of(
          "SlowDown",
          "SlowDownRead",
          "SlowDownWrite",
          "ServiceUnavailable",
          "InternalError",
          "RequestTimeout",
          "OperationAborted",
          "Throttling",
          "ThrottlingException",
          "RequestLimitExceeded",
          "XMinioServerNotInitialized",
          "ServerBusy");

  private final S3Settings settings;
  private final List<Row> rows;

  S3Failures(S3Settings settings) {
    this.settings = settings;
    this.rows = Stream.of(answers(), connections()).flatMap(List::stream).toList();
  }

  PortFailure of(S3Call call, SdkException e) {
    return rows.stream()
        .filter(row -> row.when.test(e))
        .findFirst()
        .map(row -> row.failure(call, e))
        .orElseGet(() -> unclear(call, e));
  }

  /** Whether it may have happened for all that is known. */
  static boolean isOpen(SdkException e) {
    return !(e instanceof AwsServiceException answer) || answer.statusCode() >= 500;
  }

  static boolean isStatus(SdkException e, int status) {
    return e instanceof AwsServiceException answer && answer.statusCode() == status;
  }

  static boolean isCode(SdkException e, String... codes) {
    return e instanceof AwsServiceException answer && Set.of(codes).contains(codeOf(answer));
  }

  /** What a store answers. */
  private List<Row> answers() {
    var bucket = "the bucket " + settings.bucket() + " at " + settings.place();
    return List.of(
        rejected(
            code("NoSuchBucket"),
            "S3_BUCKET_MISSING",
            "There is no bucket "
                + settings.bucket()
                + " at "
                + settings.place()
                + ". Create it, or correct its name; where it exists, path style is the wrong way"
                + " round."),
        rejected(
            code("InvalidBucketName"),
            "S3_BUCKET_NAME",
            settings.place() + " takes no bucket of the name " + settings.bucket() + "."),
        rejected(
            code("NoSuchKey").or(code("NoSuchVersion")),
            BackupStore.NOT_THERE,
            "This backup is not in " + bucket + "."),
        rejected(
            code("InvalidAccessKeyId", "InvalidToken", "InvalidSecurity", "InvalidClientTokenId"),
            "S3_ACCESS_KEY_UNKNOWN",
            settings.place() + " does not know the access key. Correct its id."),
        rejected(
            code("SignatureDoesNotMatch"),
            "S3_SECRET_WRONG",
            settings.place()
                + " does not accept the secret key. Correct it; it belongs to the access key's"
                + " id."),
        rejected(
            code("ExpiredToken", "TokenRefreshRequired"),
            "S3_CREDENTIALS_EXPIRED",
            "The credentials for " + settings.place() + " have expired. Renew them."),
        rejected(
            code("RequestTimeTooSkewed", "RequestExpired"),
            "S3_CLOCK_SKEW",
            "The clocks of this machine and of "
                + settings.place()
                + " differ too much. Set them by NTP."),
        rejected(
            code(
                    "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException")
                .or(status(301))
                .or(status(307)),
            "S3_REGION_WRONG",
            bucket.replaceFirst("t", "T")
                + " is in another region than "
                + settings.region()
                + ". Correct the region or the endpoint."),
        rejected(
            code(
                "KMS.NotFoundException",
                "KMS.DisabledException",
                "KMS.KMSInvalidStateException",
                "KMS.AccessDeniedException",
                "KMSKeyNotFoundException",
                "InvalidEncryptionAlgorithmError",
                "ServerSideEncryptionConfigurationNotFoundError",
                "KMSNotConfigured"),
            "S3_ENCRYPTION",
            settings.place()
                + " cannot encrypt in the way that is set. Correct the server-side encryption or"
                + " its key."),
        rejected(
            code(
                    "QuotaExceeded",
                    "XMinioStorageFull",
                    "XMinioAdminBucketQuotaExceeded",
                    "InsufficientStorage",
                    "StorageFull",
                    "AccountProblem")
                .or(status(507)),
            "S3_FULL",
            bucket.replaceFirst("t", "T")
                + " takes no more. Make room, raise its quota, or keep backups for a shorter time."),
        rejected(
            code("EntityTooLarge"),
            "S3_TOO_LARGE",
            settings.place() + " takes no object as large as this backup."),
        denied(),
        unavailable(
            code("BadDigest", "XAmzContentSHA256Mismatch", "IncompleteBody"),
            "S3_BYTES_CHANGED",
            "Bytes were changed or lost on the way to " + settings.place() + ", and not kept."),
        unavailable(
            code("NoSuchUpload"),
            "S3_UPLOAD_ENDED",
            settings.place()
                + " has ended an upload before it was whole. See whether a rule of the bucket ends"
                + " unfinished uploads too early."),
        unavailable(
            e ->
                e instanceof AwsServiceException answer
                    && (BUSY.contains(codeOf(answer)) || answer.statusCode() == 429),
            "S3_BUSY",
            settings.place() + " asks for patience."),
        unavailable(
            e -> e instanceof AwsServiceException answer && answer.statusCode() >= 500,
            "S3_DOWN",
            settings.place() + " failed. If this stays, look at the store."),
        rejected(
            e -> isStatus(e, 400) && codeOf((AwsServiceException) e).isEmpty(),
            "S3_NOT_UNDERSTOOD",
            settings.place()
                + " does not answer like an S3 store. See whether it wants "
                + otherScheme()
                + ", and whether the port is that of its S3 interface."));
  }

  /** What comes of not reaching one. */
  private List<Row> connections() {
    return List.of(
        unavailable(
            cause(UnknownHostException.class),
            "S3_HOST_UNKNOWN",
            "The name of "
                + settings.place()
                + " is not known here. Correct the endpoint"
                + " or this machine's DNS; where it is the bucket's name that is looked up, use"
                + " path style."),
        unavailable(
            cause(ConnectException.class).or(cause(NoRouteToHostException.class)),
            "S3_REFUSED",
            "Nothing takes connections at "
                + settings.place()
                + ". See whether the store runs, and correct host and port."),
        rejected(
            cause(SSLHandshakeException.class)
                .or(cause(java.security.cert.CertificateException.class)),
            "S3_CERTIFICATE",
            "The certificate of "
                + settings.place()
                + " is not trusted. Add its authority to the trusted ones of Java."),
        rejected(
            cause(SSLException.class),
            "S3_SCHEME",
            settings.place()
                + " does not speak TLS. Correct the port, or use http:// if you must."),
        unavailable(
            cause(SocketTimeoutException.class)
                .or(cause(ApiCallTimeoutException.class))
                .or(cause(ApiCallAttemptTimeoutException.class)),
            "S3_SILENT",
            settings.place() + " did not answer in time. See whether a firewall is in between."),
        unavailable(
            cause(AbortedException.class),
            "S3_INTERRUPTED",
            "It was broken off, because EUTLAS is stopping."),
        rejected(
            e -> String.valueOf(e.getMessage()).contains("Unable to load credentials"),
            "S3_NO_CREDENTIALS",
            "There are no credentials for "
                + settings.place()
                + " on this machine. Set an access key, or give the machine a role."),
        unavailable(
            cause(java.io.IOException.class),
            "S3_BROKEN",
            "The connection to "
                + settings.place()
                + " broke. If this stays, see whether it wants "
                + otherScheme()
                + "."));
  }

  private Row denied() {
    return new Row(
        code("AccessDenied", "AllAccessDisabled", "AccountDisabled", "MethodNotAllowed")
            .or(status(403))
            .or(status(401)),
        (call, e) ->
            new PortFailure.Rejected(
                "S3_ACCESS_DENIED",
                settings.place()
                    + " forbids "
                    + call.doing()
                    + " objects in the bucket "
                    + settings.bucket()
                    + ". Give the access key the right "
                    + call.right()
                    + ".",
                e));
  }

  private PortFailure unclear(S3Call call, SdkException e) {
    return e instanceof AwsServiceException
        ? new PortFailure.Rejected(
            "S3_REFUSES",
            settings.place()
                + " refused "
                + call.doing()
                + " an object for a reason of its own. Look into the log of the store.",
            e)
        : new PortFailure.Unavailable(
            "S3_UNAVAILABLE", settings.place() + " could not be used.", e);
  }

  private String otherScheme() {
    return settings
        .endpoint()
        .map(at -> "http".equals(at.getScheme()) ? "https://" : "http://")
        .orElse("https://");
  }

  private static String codeOf(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
  }

  private static Predicate<SdkException> code(String... codes) {
    return e -> isCode(e, codes);
  }

  private static Predicate<SdkException> status(int status) {
    return e -> isStatus(e, status);
  }

  private static Predicate<SdkException> cause(Class<? extends Throwable> type) {
    return e ->
        Stream.<Throwable>iterate(e, at -> at != null, Throwable::getCause)
            .limit(20)
            .anyMatch(type::isInstance);
  }

  private static Row rejected(Predicate<SdkException> when, String code, String message) {
    return new Row(when, (call, e) -> new PortFailure.Rejected(code, message, e));
  }

  private static Row unavailable(Predicate<SdkException> when, String code, String message) {
    return new Row(when, (call, e) -> new PortFailure.Unavailable(code, message, e));
  }

  private record Row(Predicate<SdkException> when, Meaning means) {
    PortFailure failure(S3Call call, SdkException e) {
      return means.of(call, e);
    }
  }

  @FunctionalInterface
  private interface Meaning {
    PortFailure of(S3Call call, SdkException e);
  }
}

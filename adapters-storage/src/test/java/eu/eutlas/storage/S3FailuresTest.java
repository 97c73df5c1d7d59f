package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.operation.FailureClass;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3FailuresTest {
  private static final String FOREIGN = "foreign words";

  private final S3Failures failures =
      new S3Failures(
          S3Server.settings(URI.create("http://s3.example.org:9000"), S3Server.KEY, "backups"));

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, S3_BUCKET_MISSING, PERMANENT, path style",
    "400, InvalidBucketName, S3_BUCKET_NAME, PERMANENT, backups",
    "404, NoSuchKey, OBJECT_NOT_THERE, PERMANENT, backups",
    "403, InvalidAccessKeyId, S3_ACCESS_KEY_UNKNOWN, PERMANENT, access key",
    "403, SignatureDoesNotMatch, S3_SECRET_WRONG, PERMANENT, secret key",
    "400, ExpiredToken, S3_CREDENTIALS_EXPIRED, PERMANENT, Renew",
    "403, RequestTimeTooSkewed, S3_CLOCK_SKEW, PERMANENT, NTP",
    "301, PermanentRedirect, S3_REGION_WRONG, PERMANENT, us-east-1",
    "301, '', S3_REGION_WRONG, PERMANENT, us-east-1",
    "400, AuthorizationHeaderMalformed, S3_REGION_WRONG, PERMANENT, us-east-1",
    "400, KMS.NotFoundException, S3_ENCRYPTION, PERMANENT, key",
    "403, QuotaExceeded, S3_FULL, PERMANENT, quota",
    "507, XMinioStorageFull, S3_FULL, PERMANENT, room",
    "400, EntityTooLarge, S3_TOO_LARGE, PERMANENT, as large",
    "403, AccessDenied, S3_ACCESS_DENIED, PERMANENT, s3:PutObject",
    "403, '', S3_ACCESS_DENIED, PERMANENT, s3:PutObject",
    "401, '', S3_ACCESS_DENIED, PERMANENT, s3:PutObject",
    "400, BadDigest, S3_BYTES_CHANGED, TRANSIENT, on the way",
    "404, NoSuchUpload, S3_UPLOAD_ENDED, TRANSIENT, rule",
    "503, SlowDown, S3_BUSY, TRANSIENT, patience",
    "400, RequestTimeout, S3_BUSY, TRANSIENT, patience",
    "429, '', S3_BUSY, TRANSIENT, patience",
    "500, InternalError, S3_BUSY, TRANSIENT, patience",
    "502, '', S3_DOWN, TRANSIENT, look at the store",
    "400, '', S3_NOT_UNDERSTOOD, PERMANENT, https://",
    "418, Teapot, S3_REFUSES, PERMANENT, log of the store"
  })
  void tellsWhatAnAnswerMeans(
      int status, String code, String ours, FailureClass failureClass, String said) {
    tells(answer(status, code), ours, failureClass, said);
  }

  @ParameterizedTest
  @MethodSource("connections")
  void tellsWhatABrokenConnectionMeans(
      Throwable cause, String ours, FailureClass failureClass, String said) {
    tells(
        SdkClientException.builder().message(FOREIGN).cause(new IOException(cause)).build(),
        ours,
        failureClass,
        said);
  }

  static Stream<Arguments> connections() {
    return Stream.of(
        Arguments.of(
            new UnknownHostException(FOREIGN), "S3_HOST_UNKNOWN", FailureClass.TRANSIENT, "DNS"),
        Arguments.of(new ConnectException(FOREIGN), "S3_REFUSED", FailureClass.TRANSIENT, "port"),
        Arguments.of(
            new NoRouteToHostException(FOREIGN), "S3_REFUSED", FailureClass.TRANSIENT, "port"),
        Arguments.of(
            new SSLHandshakeException(FOREIGN),
            "S3_CERTIFICATE",
            FailureClass.PERMANENT,
            "trusted"),
        Arguments.of(new SSLException(FOREIGN), "S3_SCHEME", FailureClass.PERMANENT, "TLS"),
        Arguments.of(
            new SocketTimeoutException(FOREIGN), "S3_SILENT", FailureClass.TRANSIENT, "in time"),
        Arguments.of(
            ApiCallTimeoutException.builder().message(FOREIGN).build(),
            "S3_SILENT",
            FailureClass.TRANSIENT,
            "in time"),
        Arguments.of(
            AbortedException.builder().message(FOREIGN).build(),
            "S3_INTERRUPTED",
            FailureClass.TRANSIENT,
            "stopping"),
        Arguments.of(
            new SocketException(FOREIGN), "S3_BROKEN", FailureClass.TRANSIENT, "https://"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, s3:GetObject",
    "STAT, s3:ListBucket",
    "LIST, s3:ListBucket",
    "DELETE, s3:DeleteObject",
    "UPLOADS, s3:ListBucketMultipartUploads",
    "ABORT, s3:AbortMultipartUpload"
  })
  void namesTheRightThatIsMissing(S3Call call, String right) {
    assertThat(failures.of(call, answer(403, "AccessDenied"))).hasMessageContaining(right);
  }

  private void tells(SdkException e, String ours, FailureClass failureClass, String said) {
    PortFailure failure = failures.of(S3Call.PUT, e);

    assertThat(failure.error().code()).isEqualTo(ours);
    assertThat(failure.failureClass()).isEqualTo(failureClass);
    assertThat(failure).hasMessageContaining(said).hasCause(e);
    assertThat(failure.getMessage()).doesNotContain(FOREIGN).endsWith(".");
  }

  private static SdkException answer(int status, String code) {
    return (SdkException)
        S3Exception.builder()
            .message(FOREIGN)
            .statusCode(status)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(FOREIGN).build())
            .build();
  }
}

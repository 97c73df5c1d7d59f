package eu.eutlas.storage;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The client for a store, and the requests that the settings have a say in. */
final class S3Requests {
  /** The slowest connection that a backup is possible over, in bytes a second. */
  private static final long SLOWEST = 256 * 1024;

  /** Under which name an object carries the id of the write that made it. */
  static final String WRITE = "eutlas-write";

  private final S3Settings settings;

  S3Requests(S3Settings settings) {
    this.settings = settings;
  }

  S3Client client() {
    var patience = settings.patience();
    var builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials())
            .forcePathStyle(settings.pathStyle())
            // Many stores know nothing of the newer ones; what is sent has an MD5 beside it.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(patience.connect())
                    .socketTimeout(patience.silence()))
            .overrideConfiguration(all ->
                all.apiCallTimeout(patience.call())
                    .apiCallAttemptTimeout(patience.call())
                    .retryStrategy(
                        StandardRetryStrategy.builder().maxAttempts(patience.tries()).build()));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private AwsCredentialsProvider credentials() {
    return switch (settings.credentials()) {
      case S3Settings.AccessKey key ->
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(key.id(), key.secret().reveal()));
      case S3Settings.OfTheMachine machine -> DefaultCredentialsProvider.builder().build();
    };
  }

  /** A call with so many bytes ends, too: when they cannot be on their way any more. */
  AwsRequestOverrideConfiguration carrying(long bytes) {
    var attempt = settings.patience().call().plus(Duration.ofSeconds(bytes / SLOWEST));
    return AwsRequestOverrideConfiguration.builder()
        .apiCallAttemptTimeout(attempt)
        .apiCallTimeout(attempt.multipliedBy(settings.patience().tries()))
        .build();
  }

  PutObjectRequest put(String name, String write, S3Body body) {
    var request =
        PutObjectRequest.builder()
            .bucket(settings.bucket())
            .key(name)
            .metadata(Map.of(WRITE, write))
            .contentMD5(body.md5())
            .overrideConfiguration(carrying(body.size()));
    return switch (settings.serverSide()) {
      case S3Settings.AsTheBucketSays bucket -> request.build();
      case S3Settings.StoresKey store ->
          request.serverSideEncryption(ServerSideEncryption.AES256).build();
      case S3Settings.KeyService service ->
          request
              .serverSideEncryption(ServerSideEncryption.AWS_KMS)
              .ssekmsKeyId(service.keyId().orElse(null))
              .build();
    };
  }

  CreateMultipartUploadRequest begin(String name, String write) {
    var request =
        CreateMultipartUploadRequest.builder()
            .bucket(settings.bucket())
            .key(name)
            .contentType("application/octet-stream")
            .metadata(Map.of(WRITE, write));
    return switch (settings.serverSide()) {
      case S3Settings.AsTheBucketSays bucket -> request.build();
      case S3Settings.StoresKey store ->
          request.serverSideEncryption(ServerSideEncryption.AES256).build();
      case S3Settings.KeyService service ->
          request
              .serverSideEncryption(ServerSideEncryption.AWS_KMS)
              .ssekmsKeyId(service.keyId().orElse(null))
              .build();
    };
  }
}

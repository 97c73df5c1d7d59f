package eu.eutlas.storage;

import eu.eutlas.domain.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** A server that speaks S3, in this process and in memory. */
final class S3Server {
  static final S3Settings.AccessKey KEY =
      new S3Settings.AccessKey("test-access-key", new Secret("test-secret-key"));
  static final String BUCKET = "backups";

  private final S3Proxy proxy;

  S3Server() throws Exception {
    var store = new TransientNio2BlobStore();
    store.createContainer(BUCKET);
    proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY.id(), KEY.secret().reveal())
            .build();
    proxy.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  /** Under a prefix of its own, so that it begins empty. */
  S3Settings settings() {
    return settings(endpoint(), KEY, BUCKET);
  }

  static S3Settings settings(URI endpoint, S3Settings.AccessKey key, String bucket) {
    return new S3Settings(
        Optional.of(endpoint),
        "us-east-1",
        bucket,
        "tests/" + UUID.randomUUID() + "/",
        true,
        key,
        new S3Settings.AsTheBucketSays(),
        S3Settings.Patience.USUAL);
  }

  void stop() throws Exception {
    proxy.stop();
  }
}

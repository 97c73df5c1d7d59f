package eu.eutlas.storage;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.domain.InvalidValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps objects in a bucket of any store that speaks S3. What is sent has an MD5 beside it, which
 * the store checks; a whole object's length is looked at afterwards. Safe for threads; to be
 * closed.
 */
public final class S3BackupStore implements BackupStore, AutoCloseable {
  private static final int PAGE = 1_000;

  /** Beyond any object. A range to the last number that there is makes some stores stumble. */
  private static final long LARGEST = 1L << 50;

  private final S3Settings settings;
  private final S3Requests requests;
  private final S3Failures failures;
  private final S3Client client;
  private final int most;

  /** Asks nothing yet: what is wrong with the settings is said by the first call. */
  public S3BackupStore(S3Settings settings) {
    this(settings, PAGE);
  }

  S3BackupStore(S3Settings settings, int most) {
    this.most = most;
    this.settings = settings;
    this.requests = new S3Requests(settings);
    this.failures = new S3Failures(settings);
    this.client = requests.client();
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    var upload = new S3Upload(client, requests, failures, settings.bucket(), name(key));
    var done = false;
    try {
      content.writeTo(upload);
      upload
          .failure()
          .ifPresent(failure -> {
            throw failure;
          });
      var found = upload.finish();
      done = true;
      return stored(key, upload.size(), found.lastModified());
    } catch (IOException e) {
      throw upload.failure().orElseGet(() -> broken(e));
    } finally {
      if (!done) {
        upload.abort();
      }
    }
  }

  private static PortFailure broken(IOException e) {
    return new PortFailure.Unavailable("CONTENT_BROKEN", "What was to be kept broke off.", e);
  }

  @Override
  public InputStream get(ObjectKey key, Range range) {
    if (range.length() == 0) {
      if (stat(key).isEmpty()) {
        throw notThere();
      }
      return InputStream.nullInputStream();
    }
    try {
      var in =
          client.getObject(
              get -> get.bucket(settings.bucket()).key(name(key)).range(header(range)),
              ResponseTransformer.toInputStream());
      return new WholeStream(in, Optional.ofNullable(in.response().contentLength()));
    } catch (SdkException e) {
      if (S3Failures.isStatus(e, 416)) {
        return InputStream.nullInputStream();
      }
      throw failures.of(S3Call.GET, e);
    }
  }

  /** Absent for a whole object: an empty one has no first byte to ask for. */
  private static @Nullable String header(Range range) {
    if (range.equals(Range.ALL)) {
      return null;
    }
    var isOpen = range.length() > LARGEST || range.from() > LARGEST;
    return "bytes=" + range.from() + "-" + (isOpen ? "" : range.from() + range.length() - 1);
  }

  @Override
  public Optional<Stored> stat(ObjectKey key) {
    try {
      var found = client.headObject(head -> head.bucket(settings.bucket()).key(name(key)));
      return Optional.of(stored(key, found.contentLength(), found.lastModified()));
    } catch (SdkException e) {
      if (S3Failures.isStatus(e, 404)) {
        checkBucket();
        return Optional.empty();
      }
      throw failures.of(S3Call.STAT, e);
    }
  }

  /**
   * Answers about an object have no words, so a bucket that is missing looks like an object that
   * is.
   */
  private void checkBucket() {
    try {
      client.listObjectsV2(
          list -> list.bucket(settings.bucket()).prefix(settings.prefix()).maxKeys(1));
    } catch (SdkException e) {
      if (!S3Failures.isStatus(e, 403)) {
        throw failures.of(S3Call.LIST, e);
      }
    }
  }

  @Override
  public List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) {
    var found = new ArrayList<Stored>();
    var from = after.map(this::name).orElse("");
    while (found.size() < limit) {
      var page = page(prefix, from, Math.min(most, limit - found.size()));
      page.contents().forEach(object -> stored(object).ifPresent(found::add));
      if (!Boolean.TRUE.equals(page.isTruncated()) || page.contents().isEmpty()) {
        break;
      }
      from = page.contents().getLast().key();
    }
    return List.copyOf(found);
  }

  private ListObjectsV2Response page(String prefix, String after, int limit) {
    try {
      return client.listObjectsV2(list ->
          list.bucket(settings.bucket())
              .prefix(settings.prefix() + prefix)
              .startAfter(after.isEmpty() ? null : after)
              .maxKeys(limit));
    } catch (SdkException e) {
      throw failures.of(S3Call.LIST, e);
    }
  }

  /** In a bucket that is shared there may be what was never ours. */
  private Optional<Stored> stored(S3Object object) {
    return key(object.key()).map(key -> stored(key, object.size(), object.lastModified()));
  }

  private Optional<ObjectKey> key(String name) {
    try {
      return Optional.of(new ObjectKey(name.substring(settings.prefix().length())));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(ObjectKey key) {
    try {
      client.deleteObject(delete -> delete.bucket(settings.bucket()).key(name(key)));
    } catch (SdkException e) {
      if (!S3Failures.isCode(e, "NoSuchKey")) {
        throw failures.of(S3Call.DELETE, e);
      }
    }
  }

  /** MinIO lists no unfinished uploads of a prefix, and ends them itself after a day. */
  @Override
  public int endWrites(Predicate<ObjectKey> ours, Instant begunBefore) {
    var ended = 0;
    var more = true;
    var key = "";
    var id = "";
    while (more) {
      var page = uploads(key, id);
      for (var upload : page.uploads()) {
        if (upload.initiated().isBefore(begunBefore)
            && key(upload.key()).filter(ours).isPresent()) {
          abort(upload.key(), upload.uploadId());
          ended++;
        }
      }
      key = Optional.ofNullable(page.nextKeyMarker()).orElse("");
      id = Optional.ofNullable(page.nextUploadIdMarker()).orElse("");
      more = Boolean.TRUE.equals(page.isTruncated()) && !key.isEmpty();
    }
    return ended;
  }

  private ListMultipartUploadsResponse uploads(String key, String id) {
    try {
      return client.listMultipartUploads(list ->
          list.bucket(settings.bucket())
              .prefix(settings.prefix())
              .keyMarker(key.isEmpty() ? null : key)
              .uploadIdMarker(id.isEmpty() ? null : id));
    } catch (SdkException e) {
      throw failures.of(S3Call.UPLOADS, e);
    }
  }

  private void abort(String name, String upload) {
    try {
      client.abortMultipartUpload(end -> end.bucket(settings.bucket()).key(name).uploadId(upload));
    } catch (SdkException e) {
      if (!S3Failures.isCode(e, "NoSuchUpload")) {
        throw failures.of(S3Call.ABORT, e);
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private String name(ObjectKey key) {
    return settings.prefix() + key.value();
  }

  private PortFailure.Rejected notThere() {
    return new PortFailure.Rejected(
        NOT_THERE, "This backup is not in the bucket " + settings.bucket() + ".", null);
  }

  /** Some answers have parts of a second, and others about the same object have not. */
  private static Stored stored(ObjectKey key, long size, Instant at) {
    return new Stored(key, size, at.truncatedTo(ChronoUnit.SECONDS));
  }
}

package eu.eutlas.storage;

import eu.eutlas.application.PortFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Sends an object while it is written: a small one at its end, a larger one part by part. It is
 * there when {@link #finish} has returned, and not before; {@link #abort} leaves nothing.
 */
final class S3Upload extends OutputStream {
  private static final Logger LOG = LoggerFactory.getLogger(S3Upload.class);

  private final S3Client client;
  private final S3Requests requests;
  private final S3Failures failures;
  private final String bucket;
  private final String name;

  /** Tells this write from any other, when an answer is lost. */
  private final String write = UUID.randomUUID().toString();

  private final S3Body waiting = new S3Body();
  private final List<CompletedPart> sent = new ArrayList<>();
  private long size;
  private @Nullable String upload;
  private @Nullable PortFailure failed;

  S3Upload(S3Client client, S3Requests requests, S3Failures failures, String bucket, String name) {
    this.client = client;
    this.requests = requests;
    this.failures = failures;
    this.bucket = bucket;
    this.name = name;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (failed != null) {
      throw new IOException("The upload has failed.", failed);
    }
    var at = from;
    while (at < from + length) {
      var added = waiting.add(bytes, at, from + length - at, S3Parts.chunks(sent.size() + 1));
      if (added == 0) {
        sendPartOrFail();
      }
      at += added;
    }
    size += length;
  }

  /** To the writer it is a stream that broke, as the contract of contents has it. */
  private void sendPartOrFail() throws IOException {
    try {
      sendPart();
    } catch (PortFailure e) {
      failed = e;
      throw new IOException("The upload has failed.", e);
    }
  }

  private void sendPart() {
    if (sent.size() == S3Parts.MOST) {
      throw new PortFailure.Rejected(
          "S3_TOO_LARGE", "This backup is larger than 5 TiB, and S3 takes none larger.", null);
    }
    try {
      if (upload == null) {
        upload = client.createMultipartUpload(requests.begin(name, write)).uploadId();
      }
      var number = sent.size() + 1;
      var answer =
          client.uploadPart(
              part ->
                  part.bucket(bucket)
                      .key(name)
                      .uploadId(upload)
                      .partNumber(number)
                      .contentMD5(waiting.md5())
                      .overrideConfiguration(requests.carrying(waiting.size())),
              waiting.body());
      sent.add(CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build());
      waiting.clear();
    } catch (SdkException e) {
      throw failures.of(S3Call.PUT, e);
    }
  }

  /** Why it failed, where it did: the content may have kept it to itself. */
  Optional<PortFailure> failure() {
    return Optional.ofNullable(failed);
  }

  /**
   * Makes it one object.
   *
   * @throws PortFailure.OutcomeUnknown when it may be there or not
   */
  HeadObjectResponse finish() {
    try {
      if (upload == null) {
        client.putObject(requests.put(name, write, waiting), waiting.body());
      } else {
        if (waiting.size() > 0) {
          sendPart();
        }
        complete();
      }
    } catch (SdkException e) {
      return afterAll(e);
    }
    return checked(look());
  }

  private void complete() {
    client.completeMultipartUpload(whole ->
        whole.bucket(bucket).key(name).uploadId(upload).multipartUpload(all -> all.parts(sent)));
    upload = null;
  }

  /**
   * A call whose answer was lost is tried again by the client, and may then fail because it had
   * succeeded: so what is there now decides.
   */
  private HeadObjectResponse afterAll(SdkException e) {
    if (!S3Failures.isOpen(e) && !S3Failures.isCode(e, "NoSuchUpload")) {
      throw failures.of(S3Call.PUT, e);
    }
    try {
      var found = client.headObject(head -> head.bucket(bucket).key(name));
      if (write.equals(found.metadata().get(S3Requests.WRITE))) {
        upload = null;
        return checked(found);
      }
    } catch (SdkException unseen) {
      e.addSuppressed(unseen);
    }
    var failure = failures.of(S3Call.PUT, e);
    if (S3Failures.isCode(e, "NoSuchUpload") || isNotBegun(failure)) {
      throw failure;
    }
    throw new PortFailure.OutcomeUnknown(
        failure.error().code(),
        failure.getMessage() + " It is not known whether the backup arrived.",
        e);
  }

  /** Where nobody was reached, nothing arrived. */
  private static boolean isNotBegun(PortFailure failure) {
    return failure instanceof PortFailure.Rejected
        || failure.error().code().equals("S3_HOST_UNKNOWN")
        || failure.error().code().equals("S3_REFUSED");
  }

  private HeadObjectResponse look() {
    try {
      return client.headObject(head -> head.bucket(bucket).key(name));
    } catch (SdkException e) {
      throw new PortFailure.OutcomeUnknown(
          "S3_UNSEEN", "A backup was sent, but could not be looked at afterwards.", e);
    }
  }

  /** Another may have replaced it meanwhile; that is none of ours to judge. */
  private HeadObjectResponse checked(HeadObjectResponse found) {
    if (write.equals(found.metadata().get(S3Requests.WRITE)) && found.contentLength() != size) {
      throw new PortFailure.Unavailable(
          "S3_LENGTH", "A backup was sent whole, but the store kept another length of it.", null);
    }
    return found;
  }

  /** Leaves nothing of what was sent; what cannot be removed now is swept later. */
  void abort() {
    if (upload != null) {
      try {
        client.abortMultipartUpload(end -> end.bucket(bucket).key(name).uploadId(upload));
      } catch (SdkException e) {
        LOG.warn("An unfinished upload of {} stays until it is old.", name, e);
      }
    }
  }

  long size() {
    return size;
  }
}

package eu.eutlas.http.backup;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.DownloadBackup;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.problem.ProblemCode;
import eu.eutlas.http.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An archive as a file, whole or from where a download was broken off. */
final class Download {
  private static final int PARTIAL = 206;

  private final DownloadBackup.Archive archive;

  Download(DownloadBackup.Archive archive) {
    this.archive = archive;
  }

  /**
   * The answer to a request for it.
   *
   * @param range the part that is asked for
   * @param ifRange the ETag of what the client has a part of; another is answered with the whole
   */
  Answer<StreamingOutput> answer(@Nullable String range, @Nullable String ifRange) {
    var size = archive.contents().sizeBytes();
    var isSame = ifRange == null || ifRange.strip().equals(tag());
    var part = isSame ? ByteRange.parse(range, size) : Optional.<ByteRange>empty();
    if (part.isPresent() && !part.get().isSatisfiable(size)) {
      throw new ProblemException(
          ProblemCode.RANGE_NOT_SATISFIABLE,
          "The archive has %d bytes, and nothing of the range lies in it.".formatted(size));
    }
    return part.map(asked -> part(asked, size)).orElseGet(() -> whole(size));
  }

  private Answer<StreamingOutput> whole(long size) {
    return described(BackupStore.Range.ALL)
        .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(size));
  }

  private Answer<StreamingOutput> part(ByteRange part, long size) {
    return described(part.range())
        .status(PARTIAL)
        .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(part.length()))
        .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
  }

  private Answer<StreamingOutput> described(BackupStore.Range range) {
    return Answer.<StreamingOutput>of(out -> write(range, out))
        .header(HttpHeaders.ETAG, tag())
        .header("Accept-Ranges", "bytes")
        .header("Repr-Digest", "sha-256=:" + digest() + ":")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.archive.gz\""
                .formatted(archive.backup().order().clusterName(), archive.backup().id()));
  }

  private void write(BackupStore.Range range, OutputStream out) throws IOException {
    try (var in = archive.open(range)) {
      in.transferTo(out);
    }
  }

  private String tag() {
    return "\"" + archive.contents().checksum() + "\"";
  }

  /** Of the whole archive, whatever part is answered (RFC 9530). */
  private String digest() {
    return Base64.getEncoder()
        .encodeToString(HexFormat.of().parseHex(archive.contents().checksum().hex()));
  }
}

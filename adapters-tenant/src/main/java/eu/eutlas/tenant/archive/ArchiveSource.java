package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive as it is kept. What the stream throws comes out as it is; what is wrong with the
 * bytes is a refusal.
 */
final class ArchiveSource {
  private static final int BUFFER = 64 * 1024;

  private final Measured measured = new Measured();
  private final InputStream in;

  ArchiveSource(InputStream archive) {
    this.in = measured.input(archive);
  }

  /** What is done with the plain archive. */
  @FunctionalInterface
  interface Reading {
    void read(ArchiveReader archive) throws IOException;
  }

  void read(Reading reading) throws IOException {
    try {
      reading.read(
          new ArchiveReader(new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER)));
    } catch (IOException e) {
      var failure = measured.failure();
      if (failure != null) {
        throw failure;
      }
      throw damaged(
          e instanceof DamagedArchive ? e.getMessage() : "It is not compressed as archives are.",
          e);
    }
  }

  /** Reads what comes after the archive, which is nothing if it is as it was written. */
  Measured rest(long atMost) throws IOException {
    var buffer = new byte[BUFFER];
    while (measured.length() <= atMost && in.read(buffer, 0, BUFFER) > 0) {
      // Measured as it is read.
    }
    return measured;
  }

  static PortFailure damaged(@Nullable String what, @Nullable Throwable cause) {
    return new PortFailure.Rejected("ARCHIVE_DAMAGED", "The archive is damaged: " + what, cause);
  }
}

package eu.eutlas.embeddedmongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The disk is full, or its files cannot be written or read. The message is a sentence for people.
 */
public final class DiskException extends EmbeddedMongoException {

  private final boolean full;

  private DiskException(String message, boolean full, Throwable cause) {
    super(message, cause);
    this.full = full;
  }

  static DiskException of(Path folder, Throwable cause) {
    boolean full = reason(cause).filter(DiskException::saysFull).isPresent();
    String sentence =
        full
            ? "The disk that holds %s is full.".formatted(folder)
            : "The files in %s cannot be written or read: %s."
                .formatted(folder, reason(cause).orElseGet(cause::toString));
    return new DiskException(sentence, full, cause);
  }

  /** Whether room on the disk would help. */
  public boolean isFull() {
    return full;
  }

  /** What the operating system said; empty where it had no part in it. */
  static Optional<String> reason(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(IOException.class::isInstance)
        .map(Throwable::toString)
        .findFirst();
  }

  /** There is no type for it: these are the words of Linux, macOS and Windows. */
  private static boolean saysFull(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    return words.contains("no space left")
        || words.contains("not enough space")
        || words.contains("quota exceeded");
  }
}

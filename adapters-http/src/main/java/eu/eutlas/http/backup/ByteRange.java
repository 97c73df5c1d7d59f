package eu.eutlas.http.backup;

import eu.eutlas.application.backup.BackupStore;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part that a request asks for (RFC 9110, 14.1.2 and 14.2): one range of bytes. Several ranges
 * and what is no range are answered as if nothing had been asked for, which a server may.
 *
 * @param first the first byte, from 0
 * @param last the last byte, which is part of it
 */
record ByteRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /**
   * Reads it.
   *
   * @return absent when the whole is to be answered
   */
  static Optional<ByteRange> parse(@Nullable String header, long size) {
    if (header == null) {
      return Optional.empty();
    }
    var matcher = FORM.matcher(header.replace(" ", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return of(matcher.group(1), matcher.group(2), size);
  }

  private static Optional<ByteRange> of(String first, String last, long size) {
    if (first.isEmpty()) {
      return last.isEmpty()
          ? Optional.empty()
          : Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(last)), size - 1));
    }
    var from = Long.parseLong(first);
    var to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
    return to < from ? Optional.empty() : Optional.of(new ByteRange(from, Math.min(to, size - 1)));
  }

  /** Whether there is anything of it. */
  boolean isSatisfiable(long size) {
    return first < size && first <= last;
  }

  long length() {
    return last - first + 1;
  }

  BackupStore.Range range() {
    return new BackupStore.Range(first, length());
  }
}

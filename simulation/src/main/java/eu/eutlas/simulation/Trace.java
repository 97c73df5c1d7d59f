package eu.eutlas.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, a line each, for whoever wants to read it. Otherwise no line is even made up: that
 * took a fifth of the time.
 */
final class Trace {
  private static final int BUFFER = 1 << 14;

  private final Reader reader;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder buffer = new StringBuilder(BUFFER);
  private final MessageDigest digest = sha256();

  private Trace(Reader reader) {
    this.reader = reader;
  }

  private enum Reader {
    NOBODY,
    /** Two runs are compared. */
    DIGEST,
    PERSON
  }

  /** For a run of which only the end counts. */
  static Trace unread() {
    return new Trace(Reader.NOBODY);
  }

  /** Of which the digest is wanted. */
  static Trace digested() {
    return new Trace(Reader.DIGEST);
  }

  /** Whose lines are kept. */
  static Trace kept() {
    return new Trace(Reader.PERSON);
  }

  /**
   * Something happened.
   *
   * @param about and the outcome: things, which {@link Brief} tells
   */
  void line(long at, String who, String what, Object about, @Nullable Object outcome) {
    if (reader != Reader.NOBODY) {
      add(at, who, what, Brief.of(about), Brief.of(outcome));
    }
  }

  private void add(long at, String who, String what, String about, String outcome) {
    var start = buffer.length();
    buffer
        .append(at)
        .append(' ')
        .append(who)
        .append(' ')
        .append(what)
        .append(' ')
        .append(about)
        .append(" -> ")
        .append(outcome)
        .append('\n');
    if (reader == Reader.PERSON) {
      lines.add(buffer.substring(start, buffer.length() - 1));
    }
    if (buffer.length() > BUFFER - 1024) {
      flush();
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The digest of all lines so far, after which there are no more. */
  String digest() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void flush() {
    digest.update(buffer.toString().getBytes(StandardCharsets.UTF_8));
    buffer.setLength(0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256.", missing);
    }
  }
}

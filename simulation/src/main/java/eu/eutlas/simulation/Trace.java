package eu.eutlas.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What happened, a line each. All lines go into a digest; they are kept only when somebody wants to
 * read them.
 */
final class Trace {
  private static final int BUFFER = 1 << 14;

  private final boolean keeping;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder buffer = new StringBuilder(BUFFER);
  private final MessageDigest digest = sha256();

  Trace(boolean keeping) {
    this.keeping = keeping;
  }

  void line(long at, String who, String what, String about, String outcome) {
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
    if (keeping) {
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

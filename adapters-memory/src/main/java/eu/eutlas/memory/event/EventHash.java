package eu.eutlas.memory.event;

import eu.eutlas.domain.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The chain of hashes: each is made of an event and of the hash before it. */
final class EventHash {
  /** What comes before the first event. */
  static final String NONE = "0".repeat(64);

  private EventHash() {}

  static String of(String before, Event event) {
    var digest = sha256();
    add(digest, before);
    add(digest, event.id().value());
    add(digest, event.type().name());
    add(digest, event.message());
    add(digest, event.actor().toString());
    add(digest, event.orgId().value());
    add(digest, event.projectId().toString());
    add(digest, event.clusterId().toString());
    add(digest, event.correlationId().value());
    add(digest, new TreeMap<>(event.metadata()).toString());
    add(digest, event.createdAt().toString());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Each part with its length, so that no two lists of parts read alike. */
  private static void add(MessageDigest digest, String part) {
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256.", missing);
    }
  }
}

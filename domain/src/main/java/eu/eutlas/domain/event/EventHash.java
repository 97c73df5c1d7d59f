package eu.eutlas.domain.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The chain of hashes over an organization's events, by which anybody who has them can tell that
 * none was changed, removed or put in between: each hash is made of the event and of the hash
 * before it.
 *
 * <p>A hash is SHA-256, in lower-case hexadecimal, over these parts in this order, each as UTF-8
 * text {@code name:length:text} with its length in bytes: {@code before} (the hash before, {@link
 * #START} for the first), {@code seq}, {@code id}, {@code type}, {@code message}, {@code orgId},
 * {@code projectId}, {@code clusterId}, {@code actor.kind}, {@code actor.id}, {@code actor.name},
 * {@code actor.address}, {@code actor.userAgent}, {@code correlationId}, for each pair of the
 * metadata sorted by key (as UTF-16) {@code metadata.key} and {@code metadata.value}, and {@code
 * createdAt} in milliseconds since 1970. What is absent is left out, so that a part that events get
 * later leaves the hashes of earlier ones as they are.
 */
public final class EventHash {
  /** What stands before the first event. */
  public static final String START = "0".repeat(64);

  private final MessageDigest digest = sha256();

  private EventHash() {}

  /** The hash of the event with this number, after the event with the hash before. */
  public static String of(String before, long seq, Event event) {
    var hash = new EventHash();
    hash.add("before", before);
    hash.add("seq", Long.toString(seq));
    hash.add("id", event.id().value());
    hash.add("type", event.type().name());
    hash.add("message", event.message());
    hash.add("orgId", event.orgId().value());
    hash.add("projectId", event.projectId().map(id -> id.value()));
    hash.add("clusterId", event.clusterId().map(id -> id.value()));
    hash.add("actor.kind", event.actor().kind().name());
    hash.add("actor.id", event.actor().id());
    hash.add("actor.name", event.actor().name());
    hash.add("actor.address", event.actor().address());
    hash.add("actor.userAgent", event.actor().userAgent());
    hash.add("correlationId", event.correlationId().value());
    new TreeMap<>(event.metadata())
        .forEach((key, value) -> {
          hash.add("metadata.key", key);
          hash.add("metadata.value", value);
        });
    hash.add("createdAt", Long.toString(event.createdAt().toEpochMilli()));
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(String name, Optional<String> text) {
    text.ifPresent(present -> add(name, present));
  }

  private void add(String name, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((name + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}

package eu.eutlas.mongo.event;

import eu.eutlas.domain.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hash chain of an organization's events: SHA-256 over the hash before, the number, and each
 * part of the event as {@code name:length:text}. What is absent is left out, so that a part that
 * events get later leaves the hashes of earlier ones as they are.
 */
final class EventHash {
  /** What stands before the first event. */
  static final String START = "0".repeat(64);

  private final MessageDigest digest = sha256();

  private EventHash() {}

  static String of(String before, long seq, Event event) {
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

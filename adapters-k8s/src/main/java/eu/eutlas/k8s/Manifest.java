package eu.eutlas.k8s;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A thing as it should be, before anybody is asked for it. Secrets in it are of the type {@code
 * Secret}, so no text of it shows them.
 *
 * @param metadata besides its name and place
 * @param rest of maps, lists, texts, numbers, truths and secrets
 */
record Manifest(
    ResourceType type,
    Optional<String> namespace,
    String name,
    Map<String, ?> metadata,
    Map<String, ?> rest) {

  /** The same, for what was read at that version alone: whoever was faster is not overwritten. */
  Manifest at(String resourceVersion) {
    var next = new TreeMap<String, Object>(metadata);
    next.put("resourceVersion", resourceVersion);
    return new Manifest(type, namespace, name, next, rest);
  }

  /** All of it, as it is sent but for the secrets. */
  Map<String, Object> content() {
    var whole = new TreeMap<String, Object>(metadata);
    whole.put("name", name);
    namespace.ifPresent(space -> whole.put("namespace", space));
    var content = new TreeMap<String, Object>(rest);
    content.put("apiVersion", type.apiVersion());
    content.put("kind", type.kind());
    content.put("metadata", whole);
    return content;
  }
}

package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A projection that names fields to keep and nothing else: the usual one, worked out once for a
 * query instead of once for each document. Fields keep their order; of an array each document is
 * projected and what is no document falls away, as MongoDB has it.
 */
final class Inclusion {
  private static final String ID = "_id";

  /** What is kept, by the first name of its path. Nothing named inside: all of it. */
  private final Map<String, Inclusion> kept = new HashMap<>();

  private Inclusion() {}

  /** Absent for a projection that excludes, computes or contradicts itself: not for us. */
  static Optional<Inclusion> of(Document projection) {
    var whole = new Inclusion();
    for (Map.Entry<String, Object> field : projection.entrySet()) {
      if (!includes(field.getValue()) || !whole.keep(field.getKey().split("\\.", -1))) {
        return Optional.empty();
      }
    }
    whole.kept.putIfAbsent(ID, new Inclusion());
    return projection.isEmpty() ? Optional.empty() : Optional.of(whole);
  }

  /** The part of a document that is kept; values are the document's own. */
  Document partOf(Document document) {
    var part = new Document();
    for (Map.Entry<String, Object> field : document.entrySet()) {
      Inclusion inner = kept.get(field.getKey());
      if (inner != null && inner.concerns(field.getValue())) {
        part.put(field.getKey(), inner.partOfValue(field.getValue()));
      }
    }
    return part;
  }

  /** A path that goes on leads nowhere in a value that holds no fields. */
  private boolean concerns(@Nullable Object value) {
    return kept.isEmpty() || value instanceof Document || value instanceof Collection;
  }

  private @Nullable Object partOfValue(@Nullable Object value) {
    if (kept.isEmpty()) {
      return value;
    }
    return value instanceof Document document
        ? partOf(document)
        : partOfEach((Collection<?>) Objects.requireNonNull(value));
  }

  private List<@Nullable Object> partOfEach(Collection<?> elements) {
    var parts = new ArrayList<@Nullable Object>(elements.size());
    for (Object element : elements) {
      if (concerns(element)) {
        parts.add(partOfValue(element));
      }
    }
    return parts;
  }

  /** Tells whether the path could be kept: not below or above one that is kept already. */
  private boolean keep(String[] path) {
    Inclusion at = this;
    var isNew = false;
    for (String name : path) {
      if (name.isEmpty() || name.startsWith("$") || (at != this && !isNew && at.kept.isEmpty())) {
        return false;
      }
      isNew = !at.kept.containsKey(name);
      at = at.kept.computeIfAbsent(name, unnamed -> new Inclusion());
    }
    return isNew;
  }

  private static boolean includes(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case Number number -> number.doubleValue() != 0;
      default -> false;
    };
  }
}

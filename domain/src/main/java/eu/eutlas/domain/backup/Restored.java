package eu.eutlas.domain.backup;

import eu.eutlas.domain.backup.CollectionSum.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a restore should have left behind, collection by collection, under its new name.
 *
 * @param collections each once
 * @param expiring those of them whose documents their server removes in time, by a TTL index or as
 *     a time series that expires
 */
public record Restored(List<CollectionSum> collections, Set<Namespace> expiring) {
  public Restored {
    collections = List.copyOf(collections);
    expiring = Set.copyOf(expiring);
  }

  public Set<Namespace> namespaces() {
    return collections.stream().map(CollectionSum::namespace).collect(Collectors.toSet());
  }

  public long documents() {
    return collections.stream().mapToLong(CollectionSum::documents).sum();
  }

  /**
   * What is not as it should be, in a sentence for people; absent when all is the same. Of what
   * expires, documents may be missing, but none may be more.
   *
   * @param there what was read from the server since
   */
  public Optional<String> difference(List<CollectionSum> there) {
    Map<Namespace, CollectionSum> found =
        there.stream().collect(Collectors.toMap(CollectionSum::namespace, Function.identity()));
    return collections.stream()
        .flatMap(wanted -> difference(wanted, found.get(wanted.namespace())).stream())
        .findFirst();
  }

  private Optional<String> difference(CollectionSum wanted, @Nullable CollectionSum found) {
    if (found == null) {
      return Optional.of("%s is not there.".formatted(wanted.namespace()));
    }
    if (found.kind() != wanted.kind() || !found.definition().equals(wanted.definition())) {
      return Optional.of(
          "%s has other options or indexes than in the backup.".formatted(wanted.namespace()));
    }
    if (expiring.contains(wanted.namespace())) {
      return found.documents() > wanted.documents()
          ? Optional.of(counted(wanted, found))
          : Optional.empty();
    }
    if (found.documents() != wanted.documents()) {
      return Optional.of(counted(wanted, found));
    }
    return found.kind() == Kind.VIEW || found.hash().equals(wanted.hash())
        ? Optional.empty()
        : Optional.of(
            "%s has as many documents as in the backup, but not the same."
                .formatted(wanted.namespace()));
  }

  private static String counted(CollectionSum wanted, CollectionSum found) {
    return "%s has %d documents, and the backup %d."
        .formatted(wanted.namespace(), found.documents(), wanted.documents());
  }
}

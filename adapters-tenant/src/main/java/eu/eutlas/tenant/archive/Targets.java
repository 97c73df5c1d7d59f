package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.backup.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Under which name a collection of an archive is restored. */
final class Targets {
  private final Selection what;

  Targets(Selection what) {
    this.what = what;
  }

  boolean isWhole() {
    return what.isWhole();
  }

  boolean hasAccounts() {
    return what.accounts();
  }

  /** Absent for what is not restored. */
  Optional<Place> of(Place found) {
    return Catalog.isTheCustomers(found)
        ? what.target(found.namespace()).map(Place::of)
        : Optional.empty();
  }

  /** What is restored, by the place that it gets. */
  Map<Place, CollectionDescription> of(Prelude prelude) {
    var targets = new LinkedHashMap<Place, CollectionDescription>();
    for (var collection : prelude.collections()) {
      of(collection.place())
          .ifPresent(target -> {
            refuse(
                !Catalog.isTheCustomers(target), "NAME_RESERVED", target + " is the server's own.");
            refuse(
                targets.put(target, collection) != null,
                "NAMES_COLLIDE",
                "Two collections would be restored as " + target + ".");
          });
    }
    return targets;
  }

  private static void refuse(boolean wrong, String code, String message) {
    if (wrong) {
      throw new PortFailure.Rejected(code, message, null);
    }
  }
}

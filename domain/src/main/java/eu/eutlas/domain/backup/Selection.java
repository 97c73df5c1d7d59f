package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;
import java.util.List;
import java.util.Optional;

/**
 * What of an archive is to be restored, and under which name.
 *
 * @param picks what alone is restored; none means the whole, which replaces whatever is there
 * @param accounts whether users and roles are restored, too; with the whole only
 */
public record Selection(List<Pick> picks, boolean accounts) {
  /** The whole, users and roles included. */
  public static final Selection EVERYTHING = new Selection(List.of(), true);

  /** All collections, without users and roles: those of EUTLAS's clusters are in their specs. */
  public static final Selection DATA = new Selection(List.of(), false);

  /** More than people write, and few enough to go through for each collection. */
  public static final int MOST = 100;

  public Selection {
    picks = List.copyOf(picks);
    InvalidValue.unless(picks.size() <= MOST, "At most " + MOST + " namespaces are picked.");
    InvalidValue.unless(
        picks.isEmpty() || !accounts, "Users and roles are restored with the whole only.");
    InvalidValue.unless(
        picks.stream().map(Pick::from).distinct().count() == picks.size(),
        "A database or collection is picked once.");
    InvalidValue.unless(
        picks.stream().map(Pick::name).distinct().count() == picks.size(),
        "Two picks cannot be restored under one name.");
  }

  /** The collections of some picks alone; all of them where there is no pick. */
  public static Selection of(List<Pick> picks) {
    return new Selection(picks, false);
  }

  /**
   * A database, or one collection of it.
   *
   * @param to the name that it gets: of a database for a database, database.collection for a
   *     collection; absent when it keeps its own
   */
  public record Pick(String from, Optional<String> to) {
    public Pick {
      InvalidValue.unless(isName(from), "A pick is a database or database.collection.");
      InvalidValue.unless(
          to.map(name -> isName(name) && isCollection(name) == isCollection(from)).orElse(true),
          "A database is renamed to a database, a collection to database.collection.");
    }

    /** The name that it gets. */
    String name() {
      return to.orElse(from);
    }

    private static boolean isName(String text) {
      return !text.isBlank() && !text.startsWith(".") && !text.endsWith(".");
    }

    private static boolean isCollection(String text) {
      return text.indexOf('.') >= 0;
    }

    private Optional<Namespace> apply(Namespace found) {
      if (isCollection(from)) {
        return from.equals(found.toString())
            ? Optional.of(to.map(Namespace::parse).orElse(found))
            : Optional.empty();
      }
      return from.equals(found.database())
          ? Optional.of(new Namespace(to.orElse(from), found.collection()))
          : Optional.empty();
    }
  }

  /** Whether all collections are restored, under their own names. */
  public boolean isWhole() {
    return picks.isEmpty();
  }

  /** The name under which a collection of the archive is restored; absent when it is not. */
  public Optional<Namespace> target(Namespace found) {
    return isWhole()
        ? Optional.of(found)
        : picks.stream().flatMap(pick -> pick.apply(found).stream()).findFirst();
  }
}

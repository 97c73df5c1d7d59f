package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;

/**
 * A collection in its database. The collection's name may have dots, a database's may not (MongoDB
 * naming restrictions).
 */
public record Namespace(String database, String collection) {
  public Namespace {
    InvalidValue.unless(
        !database.isEmpty() && database.indexOf('.') < 0, "A database's name has no dot.");
    InvalidValue.unless(!collection.isEmpty(), "A collection has a name.");
  }

  /**
   * Reads database.collection.
   *
   * @throws InvalidValue for a text without a dot
   */
  public static Namespace parse(String text) {
    var dot = text.indexOf('.');
    InvalidValue.unless(dot > 0, "A namespace is database.collection.");
    return new Namespace(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public String toString() {
    return database + "." + collection;
  }
}

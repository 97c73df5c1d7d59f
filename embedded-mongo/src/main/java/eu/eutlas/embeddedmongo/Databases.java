package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The databases of one server. One is there once something was written to it. */
final class Databases {

  private static final Pattern NAME = Pattern.compile("[^/\\\\. \"$*<>:|?\\x00]{1,63}");

  private final Map<String, StoredDatabase> byName = new ConcurrentHashMap<>();
  private final DataFile file;

  Databases(DataFile file) {
    this.file = file;
    StoredDatabase.namesIn(file).forEach(this::forWriting);
  }

  static void refuseBadName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Replies.invalidNamespace("Invalid database name: '" + name + "'");
    }
  }

  StoredDatabase forWriting(String name) {
    return byName.computeIfAbsent(name, missing -> new StoredDatabase(missing, file));
  }

  /** What is there, or an empty one that leaves no trace. */
  StoredDatabase forReading(String name) {
    StoredDatabase database = byName.get(name);
    return database != null ? database : new StoredDatabase(name, DataFile.nowhere());
  }

  @Nullable StoredDatabase existing(String name) {
    return byName.get(name);
  }

  /** Those with a collection in them, by name. */
  List<StoredDatabase> inUse() {
    return byName.values().stream()
        .filter(database -> !database.storedCollections().isEmpty())
        .sorted((one, two) -> one.getDatabaseName().compareTo(two.getDatabaseName()))
        .toList();
  }

  void drop(String name) {
    StoredDatabase database = byName.remove(name);
    if (database != null) {
      database.drop(NoopOplog.get());
    }
  }
}

package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What of a log of writes is kept in an archive: nothing of the server's own databases, of users,
 * and of EUTLAS. What cannot be replayed ends the dump.
 */
final class OplogFilter {

  /** Both tools replay a transaction from memory. */
  static final int LARGEST_TRANSACTION = 16 * 1024 * 1024;

  private static final Set<String> CANNOT_BE_REPLAYED =
      Set.of("renameCollection", "importCollection", "upgradeDowngradeViewlessTimeseries");

  private long ofTransaction;

  /** These, without what is not kept. */
  Documents of(Documents entries) {
    var kept = new ArrayList<byte[]>();
    entries.each((bytes, offset, length) ->
        kept(ArchiveFormat.document(bytes, offset, length), length)
            .map(ArchiveFormat::bytes)
            .ifPresent(kept::add));
    return Documents.of(kept);
  }

  private Optional<BsonDocument> kept(BsonDocument entry, int length) {
    refuseALargeTransaction(entry, length);
    return kept(entry);
  }

  /** A transaction that is in several entries; the last of them does not say so. */
  private void refuseALargeTransaction(BsonDocument entry, int length) {
    var isPart =
        BsonBoolean.TRUE.equals(entry.getDocument("o", new BsonDocument()).get("partialTxn"));
    ofTransaction = isPart ? ofTransaction + length : 0;
    if (ofTransaction > LARGEST_TRANSACTION) {
      throw new PortFailure.Unavailable(
          "LARGE_TRANSACTION",
          "While it was read there was a transaction larger than can be replayed.",
          null);
    }
  }

  private static Optional<BsonDocument> kept(BsonDocument entry) {
    var name = entry.getString("ns", new BsonString("")).getValue();
    if (!isCommand(entry)) {
      return isKept(name) ? Optional.of(entry) : Optional.empty();
    }
    var command = entry.getDocument("o");
    if (command.get("applyOps") instanceof BsonArray nested) {
      return Optional.of(with(entry, command, nested));
    }
    if (command.keySet().stream().anyMatch(CANNOT_BE_REPLAYED::contains)) {
      throw new PortFailure.Unavailable(
          "RENAMED", "A collection was renamed while it was read.", null);
    }
    return isKept(commandPlace(name, command)) || isTransactionEnd(command)
        ? Optional.of(entry)
        : Optional.empty();
  }

  private static BsonDocument with(BsonDocument entry, BsonDocument command, BsonArray nested) {
    List<BsonValue> kept = new ArrayList<>();
    for (var each : nested) {
      kept(each.asDocument()).ifPresent(kept::add);
    }
    var changed = new BsonDocument();
    changed.putAll(entry);
    var changedCommand = new BsonDocument();
    changedCommand.putAll(command);
    changedCommand.put("applyOps", new BsonArray(kept));
    changed.put("o", changedCommand);
    return changed;
  }

  static boolean isCommand(BsonDocument entry) {
    return entry.getString("op", new BsonString("")).getValue().equals("c");
  }

  private static boolean isTransactionEnd(BsonDocument command) {
    return command.containsKey("commitTransaction") || command.containsKey("abortTransaction");
  }

  /** A command is logged for its database; most name the collection first. */
  static String commandPlace(String name, BsonDocument command) {
    var dot = name.indexOf('.');
    return command.get(command.getFirstKey()) instanceof BsonString first && dot > 0
        ? name.substring(0, dot + 1) + first.getValue()
        : name;
  }

  private static boolean isKept(String name) {
    var dot = name.indexOf('.');
    if (dot <= 0) {
      return false;
    }
    var place = new Place(name.substring(0, dot), name.substring(dot + 1));
    return Catalog.isTheCustomers(place.database())
        && (Catalog.isTheCustomers(place)
            || place.collection().equals("$cmd")
            || place.collection().startsWith("system.buckets."));
  }
}

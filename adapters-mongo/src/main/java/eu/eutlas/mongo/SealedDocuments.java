package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.mongo.backup.MongoBackupRepository;
import eu.eutlas.mongo.cluster.MongoClusterRepository;
import eu.eutlas.mongo.mail.MongoMailRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/**
 * All that is sealed in the metadata: the passwords of clusters, tombstones included, the data keys
 * of backups, and what mails say. Walks through it, some documents at a time, and seals anew what
 * another key has sealed, by compare-and-set: nodes may work meanwhile. Repeatable; what was cut
 * off goes on.
 */
public final class SealedDocuments {
  private static final int PAGE = 100;
  private static final int TRIES = 10;
  private static final BsonDocument BY_ID = new BsonDocument(Where.ID, new BsonInt32(1));

  /** The fields by which values are sealed that have no user's name beside them. */
  private static final String DATA_KEY = "dataKey";

  private static final String DATA_KEY_FIELD = "backup-data-key";
  private static final String VARIABLES = "variables";
  private static final String PASSWORD = "password";
  private static final String USERNAME = "username";

  private final Store store;
  private final Sealer sealer;
  private final Predicate<SealedSecret> isCurrent;

  public SealedDocuments(MongoMetadata metadata, Sealer sealer, Predicate<SealedSecret> isCurrent) {
    this.store = metadata.store();
    this.sealer = sealer;
    this.isCurrent = isCurrent;
  }

  /**
   * Seals anew all that is not current.
   *
   * @return how many documents were changed
   * @throws PortFailure.Rejected when something does not open; what was done before stands
   */
  public long reseal() {
    return List.of(
            MongoBackupRepository.COLLECTION,
            MongoMailRepository.COLLECTION,
            MongoClusterRepository.COLLECTION)
        .stream()
        .mapToLong(collection -> reseal(store.documents(collection)))
        .sum();
  }

  private long reseal(Documents<BsonDocument> documents) {
    var changed = 0L;
    var where = Where.anything();
    var page = documents.list(where, BY_ID, PAGE);
    while (!page.isEmpty()) {
      for (var document : page) {
        changed += reseal(documents, document) ? 1 : 0;
      }
      where = Where.anything().above(Where.ID, page.getLast().getString(Where.ID));
      page = documents.list(where, BY_ID, PAGE);
    }
    return changed;
  }

  /** Whoever writes it first is read again. */
  private boolean reseal(Documents<BsonDocument> documents, BsonDocument read) {
    var id = read.getString(Where.ID).getValue();
    var found = Optional.of(read);
    for (var i = 0; i < TRIES && found.isPresent(); i++) {
      var document = found.get();
      var version = document.getNumber(Documents.VERSION).longValue();
      var next = document.clone();
      if (!resealIn(next, id)) {
        return false;
      }
      next.put(Documents.VERSION, value(version + 1));
      if (documents.replace(Where.id(id).is(Documents.VERSION, value(version)), next)) {
        return true;
      }
      found = documents.find(id);
    }
    if (found.isPresent()) {
      throw new PortFailure.Unavailable("BUSY", "A document is written all the time.", null);
    }
    return false;
  }

  /** Whether anything in it was sealed anew. */
  private boolean resealIn(BsonValue value, String owner) {
    return switch (value) {
      case BsonDocument document -> resealIn(document, owner);
      case BsonArray array -> {
        var changed = false;
        for (var element : array) {
          changed |= resealIn(element, owner);
        }
        yield changed;
      }
      default -> false;
    };
  }

  private boolean resealIn(BsonDocument document, String owner) {
    var changed = false;
    for (var entry : document.entrySet()) {
      var name = entry.getKey();
      var value = entry.getValue();
      var field = value.isString() ? field(document, name) : Optional.<String>empty();
      if (field.isPresent()) {
        var sealed = new SealedSecret(value.asString().getValue());
        if (!isCurrent.test(sealed)) {
          var opened = sealer.open(sealed, owner, field.get());
          entry.setValue(value(sealer.seal(opened, owner, field.get()).text()));
          changed = true;
        }
      } else {
        changed |= resealIn(value, owner);
      }
    }
    return changed;
  }

  /** What a text was sealed for beside its document; absent for what is not sealed. */
  private static Optional<String> field(BsonDocument document, String name) {
    return switch (name) {
      case DATA_KEY -> Optional.of(DATA_KEY_FIELD);
      case VARIABLES -> Optional.of(VARIABLES);
      case PASSWORD ->
          Optional.ofNullable(document.get(USERNAME)).map(user -> user.asString().getValue());
      default -> Optional.empty();
    };
  }
}

package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index on {@code _id}. It has no tree of its own: the documents lie ordered by {@code _id}.
 */
final class IdIndex extends Index<Object> {

  static final String FIELD = "_id";

  private final MVMap<Object, Document> documents;

  IdIndex(String name, List<IndexKey> keys, MVMap<Object, Document> documents) {
    super(name, keys, false);
    this.documents = documents;
  }

  /** Where a document lies: its {@code _id}. */
  static Object positionOf(Document document) {
    return Missing.ofNullable(Utils.getSubdocumentValue(document, FIELD));
  }

  @Override
  public Object getPosition(Document document) {
    return positionOf(document);
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    Object position = positionOf(document);
    if (documents.containsKey(position)) {
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(FIELD)));
    }
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    // The collection itself has just put the document where this index looks.
  }

  @Override
  public @Nullable Object remove(Document document) {
    Object position = positionOf(document);
    return documents.containsKey(position) ? position : null;
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("AccessPath reads the documents themselves");
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
    // An _id never changes.
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Object position,
      MongoCollection<Object> collection) {
    // An _id never changes.
  }

  @Override
  public void drop() {
    // The documents go when the collection goes.
  }

  @Override
  public boolean isUnique() {
    return true;
  }
}

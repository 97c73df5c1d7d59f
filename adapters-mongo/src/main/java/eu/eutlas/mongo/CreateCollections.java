package eu.eutlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;

/** Makes collections with their indexes. What is there stays. */
record CreateCollections(int number, String name, List<CollectionSchema> collections)
    implements Migration {

  @Override
  public void apply(MongoDatabase database, Runnable goOn) {
    var there = Calls.read(() -> database.listCollectionNames().into(new ArrayList<>()));
    for (var collection : collections) {
      goOn.run();
      if (!there.contains(collection.name())) {
        Calls.write(() -> {
          database.createCollection(collection.name());
          return collection;
        });
      }
      var indexes = collection.indexes().stream().map(CreateCollections::model).toList();
      if (!indexes.isEmpty()) {
        Calls.write(() -> database.getCollection(collection.name()).createIndexes(indexes));
      }
    }
  }

  private static IndexModel model(CollectionSchema.Index index) {
    var options =
        new IndexOptions().name(index.name()).unique(index.unique()).sparse(index.sparse());
    return new IndexModel(index.keys(), options);
  }
}

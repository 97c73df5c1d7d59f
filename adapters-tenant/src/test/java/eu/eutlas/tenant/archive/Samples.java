package eu.eutlas.tenant.archive;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** What customers have in their databases. */
final class Samples {
  /**
   * What the embedded server does not know is left out: code, symbols, decimals it would change.
   */
  private static final String ALL_TYPES =
      """
      {"_id": {"$oid": "5f1f77bcf86cd799439011ab"}, "text": "grüße \\u0000 ☃ 𝄞", "": "no name",
       "int": {"$numberInt": "-1"}, "long": {"$numberLong": "9007199254740993"},
       "double": {"$numberDouble": "-0.0"}, "nan": {"$numberDouble": "NaN"},
       "infinite": {"$numberDouble": "-Infinity"}, "decimal": {"$numberDecimal": "1.50"},
       "true": true, "null": null, "date": {"$date": {"$numberLong": "-1"}},
       "bytes": {"$binary": {"base64": "AAECAw==", "subType": "00"}},
       "uuid": {"$binary": {"base64": "c//SZESzTGmQ6OfR38A11A==", "subType": "04"}},
       "regex": {"$regularExpression": {"pattern": "a.b", "options": "i"}},
       "timestamp": {"$timestamp": {"t": 4294967295, "i": 1}},
       "least": {"$minKey": 1}, "most": {"$maxKey": 1},
       "list": [{"$numberInt": "1"}, [], {}, {"a": {"b": {"c": [null]}}}],
       "dotted.name": 1, "$dollar": 2}
      """;

  private Samples() {}

  static void fill(Servers servers) {
    servers.collection("shop", "types").insertOne(BsonDocument.parse(ALL_TYPES));
    servers.collection("shop", "large").insertOne(large());
    indexed(servers);
    numbered(servers, "shop", "numbers", 5_000);
    numbered(servers, "staff", "имена.of 2026", 10);
    for (var i = 0; i < 40; i++) {
      numbered(servers, "many", "collection-" + i, i);
    }
  }

  /** As large as a server takes it. Without a zero: mongorestore looks through zeros for hours. */
  private static BsonDocument large() {
    var bytes = new byte[16 * 1024 * 1024 - 1024];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (1 + i % 251);
    }
    return new BsonDocument("_id", new BsonString("large")).append("bytes", new BsonBinary(bytes));
  }

  private static void indexed(Servers servers) {
    var indexed = servers.collection("shop", "indexed");
    indexed.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
    indexed.createIndex(Indexes.descending("b", "c"), new IndexOptions().sparse(true));
    indexed.createIndex(
        Indexes.ascending("at"), new IndexOptions().expireAfter(9_999_999L, TimeUnit.SECONDS));
    indexed.createIndex(
        Indexes.ascending("d"),
        new IndexOptions()
            .name("only some")
            .partialFilterExpression(BsonDocument.parse("{d: {$gt: 5}}")));
    indexed.createIndex(Indexes.hashed("e"));
    indexed.insertOne(BsonDocument.parse("{_id: 1, a: 1, b: 2, c: 3, d: 9, e: 'x'}"));
  }

  static void numbered(Servers servers, String database, String name, int count) {
    var documents = new ArrayList<BsonDocument>();
    for (var i = 0; i < count; i++) {
      documents.add(
          new BsonDocument("_id", new BsonInt32(i)).append("text", new BsonString("number " + i)));
    }
    if (!documents.isEmpty()) {
      servers.collection(database, name).insertMany(documents);
    }
  }
}

package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What clients say about an index, and what of it cannot be done. */
final class IndexDescriptions {

  private static final String FILTER = "partialFilterExpression";

  private IndexDescriptions() {}

  /** The description as it is kept; refuses kinds of indexes that are not had here. */
  static Document kept(Document asked, String namespace) {
    Document key = (Document) asked.get("key");
    if (key == null || key.isEmpty() || !(asked.get("name") instanceof String)) {
      throw Replies.badValue("an index has a key and a name");
    }
    Replies.refuseCollation(asked);
    key.forEach((field, kind) -> {
      if (!(kind instanceof Number) && !"hashed".equals(kind)) {
        throw Replies.notSupported("an index of the kind " + kind);
      }
    });
    Document kept = asked.clone();
    kept.put("ns", namespace);
    if (asked.get(FILTER) instanceof Document filter) {
      // Kept as bytes: descriptions are looked up by example, and a filter would act as one.
      kept.put(FILTER, encoded(filter));
    }
    return kept;
  }

  /** The description as it is shown. */
  static Document shown(Document kept) {
    Document shown = kept.clone();
    shown.remove("ns");
    Document filter = partialFilter(kept);
    if (filter != null) {
      shown.put(FILTER, filter);
    }
    return shown;
  }

  static @Nullable Document partialFilter(Document kept) {
    return kept.get(FILTER) instanceof BinData bytes
        ? BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes.getData()))
        : null;
  }

  private static BinData encoded(Document filter) {
    ByteBuf buffer = Unpooled.buffer();
    BsonEncoder.encodeDocument(filter, buffer);
    return new BinData(Arrays.copyOf(buffer.array(), buffer.writerIndex()));
  }

  /** An index of that name is there: fine if it is the same one. */
  static void refuseOther(Document known, Document asked) {
    for (String property : new String[] {"key", "unique", "sparse", FILTER}) {
      Object first = known.get(property);
      Object second = asked.get(property);
      boolean same = same(first, second);
      if (!same) {
        throw new MongoServerError(
            ErrorCode.IndexKeySpecsConflict,
            "An existing index has the same name as the requested index: " + known.get("name"));
      }
    }
  }

  /** Absent and false are the same, and so are 1 and 1.0. */
  private static boolean same(@Nullable Object first, @Nullable Object second) {
    if (first instanceof Boolean || second instanceof Boolean) {
      return Boolean.TRUE.equals(first) == Boolean.TRUE.equals(second);
    }
    return BsonOrder.INSTANCE.compare(first, second) == 0;
  }
}

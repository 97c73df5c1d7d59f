package eu.eutlas.benchmarks.archive;

import java.util.Random;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Documents of about a kilobyte, as a shop has them: names that repeat, texts that partly do. */
final class Orders {
  private static final String[] WORDS =
      "table chair lamp green wooden large delivered waiting Berlin Paris Vienna street invoice"
          .split(" ");

  private final Random random;

  Orders(long seed) {
    random = new Random(seed);
  }

  byte[] next(int id) {
    var order = new BsonDocument("_id", new BsonInt32(id));
    order.append("customer", new BsonString(Long.toHexString(random.nextLong())));
    order.append("price", new BsonDouble(random.nextInt(100_000) / 100.0));
    for (var i = 0; i < 6; i++) {
      order.append("line" + i, new BsonString(text()));
    }
    return bytes(order);
  }

  private String text() {
    var text = new StringBuilder();
    while (text.length() < 130) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ').append(random.nextInt(1_000));
    }
    return text.toString();
  }

  static byte[] bytes(BsonDocument document) {
    try (var buffer = new BasicOutputBuffer();
        var writer = new BsonBinaryWriter(buffer)) {
      new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
      return buffer.toByteArray();
    }
  }
}

package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** How documents and keys lie in the file: as BSON, ordered by {@link BsonOrder}. */
final class BsonTypes {

  /** A document as it is. */
  static final BasicDataType<Document> DOCUMENT = new DocumentType();

  /** One value; what is absent is stored as null and read as missing. */
  static final BasicDataType<Object> VALUE = new ValueType();

  /** Several values, compared one after the other; a shorter key sorts before its extensions. */
  static final BasicDataType<List<Object>> VALUES = new ValuesType();

  private static final String FIELD = "";

  /** A page holds Java objects; they take about this much more than their BSON. */
  private static final int HEAP_PER_BYTE = 3;

  private static final int HEAP_PER_OBJECT = 100;

  private BsonTypes() {}

  static void write(WriteBuffer target, Document document) {
    ByteBuf encoded = Unpooled.buffer(512);
    BsonEncoder.encodeDocument(document, encoded);
    target.put(encoded.array(), encoded.arrayOffset(), encoded.writerIndex());
  }

  static Document read(ByteBuffer source) {
    ByteBuf encoded = Unpooled.wrappedBuffer(source);
    Document document = BsonDecoder.decodeBson(encoded);
    source.position(source.position() + encoded.readerIndex());
    return document;
  }

  private static int heapOf(Document document) {
    return HEAP_PER_OBJECT + HEAP_PER_BYTE * BsonSize.of(document);
  }

  private static @Nullable Object withoutMissing(Object value) {
    return value instanceof Missing ? null : value;
  }

  private abstract static class BsonType<T> extends BasicDataType<T> {
    /** Counted each time: a guess from samples lets the cache grow far beyond its size. */
    @Override
    public boolean isMemoryEstimationAllowed() {
      return false;
    }
  }

  private static final class DocumentType extends BsonType<Document> {
    @Override
    public int getMemory(Document document) {
      return heapOf(document);
    }

    @Override
    public void write(WriteBuffer target, Document document) {
      BsonTypes.write(target, document);
    }

    @Override
    public Document read(ByteBuffer source) {
      return BsonTypes.read(source);
    }

    @Override
    public Document[] createStorage(int size) {
      return new Document[size];
    }
  }

  private static final class ValueType extends BsonType<Object> {
    @Override
    public int compare(Object left, Object right) {
      return BsonOrder.INSTANCE.compare(left, right);
    }

    @Override
    public int getMemory(Object value) {
      return heapOf(new Document(FIELD, withoutMissing(value)));
    }

    @Override
    public void write(WriteBuffer target, Object value) {
      BsonTypes.write(target, new Document(FIELD, withoutMissing(value)));
    }

    @Override
    public Object read(ByteBuffer source) {
      return Missing.ofNullable(BsonTypes.read(source).get(FIELD));
    }

    @Override
    public Object[] createStorage(int size) {
      return new Object[size];
    }
  }

  private static final class ValuesType extends BsonType<List<Object>> {
    @Override
    public int compare(List<Object> left, List<Object> right) {
      return BsonOrder.INSTANCE.compare(left, right);
    }

    @Override
    public int getMemory(List<Object> values) {
      return heapOf(asDocument(values));
    }

    @Override
    public void write(WriteBuffer target, List<Object> values) {
      BsonTypes.write(target, asDocument(values));
    }

    @Override
    public List<Object> read(ByteBuffer source) {
      var values = new ArrayList<Object>();
      BsonTypes.read(source).values().forEach(value -> values.add(Missing.ofNullable(value)));
      return values;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public List<Object>[] createStorage(int size) {
      return new List[size];
    }

    private static Document asDocument(List<Object> values) {
      var document = new Document();
      for (int i = 0; i < values.size(); i++) {
        document.put(Integer.toString(i), withoutMissing(values.get(i)));
      }
      return document;
    }
  }
}

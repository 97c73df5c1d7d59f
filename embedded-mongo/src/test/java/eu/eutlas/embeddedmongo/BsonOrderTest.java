package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.h2.mvstore.WriteBuffer;

class BsonOrderTest {

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> simple =
        Arbitraries.of(
            MinKey.getInstance(),
            Missing.getInstance(),
            -1,
            0,
            0L,
            -0.0,
            1,
            1.0,
            1L << 53,
            (1L << 53) + 1,
            (double) (1L << 53),
            Long.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            new Decimal128(new BigDecimal("1.5")),
            "",
            "a",
            "\u00e4",
            "\ud83d\ude00",
            new BinData(new byte[] {1}),
            new UUID(1, 2),
            new ObjectId(new byte[12]),
            true,
            false,
            Instant.EPOCH,
            new BsonTimestamp(5),
            new BsonRegularExpression("a", "i"),
            MaxKey.getInstance());
    Arbitrary<Object> one = simple.filter(value -> !(value instanceof Missing));
    Arbitrary<Object> lists = one.list().ofMaxSize(3).map(list -> list);
    Arbitrary<Object> documents =
        Arbitraries.maps(Arbitraries.of("a", "b", "\u00e4"), Arbitraries.oneOf(one, lists))
            .ofMaxSize(3)
            .map(Document::new);
    return Arbitraries.oneOf(simple, lists, documents);
  }

  @Property
  void isAnOrder(
      @ForAll("values") Object one, @ForAll("values") Object two, @ForAll("values") Object three) {
    var order = BsonOrder.INSTANCE;

    assertThat(order.compare(one, one)).isZero();
    assertThat(Integer.signum(order.compare(one, two)))
        .isEqualTo(-Integer.signum(order.compare(two, one)));
    List<Object> sorted = List.of(one, two, three).stream().sorted(order).toList();
    assertThat(order.compare(sorted.getFirst(), sorted.getLast())).isNotPositive();
    assertThat(order.compare(one, BsonOrder.END)).isNegative();
  }

  @Property
  void comesBackFromTheFileAsItWas(@ForAll("values") Object value) {
    var written = new WriteBuffer();
    BsonTypes.VALUE.write(written, value);
    BsonTypes.VALUES.write(written, List.of(value, value));
    var buffer = written.getBuffer().flip();

    Object one = BsonTypes.VALUE.read(buffer);
    List<Object> several = BsonTypes.VALUES.read(buffer);
    assertThat(BsonOrder.INSTANCE.compare(one, value)).isZero();
    assertThat(BsonOrder.INSTANCE.compare(several, List.of(value, value))).isZero();
    assertThat(buffer.hasRemaining()).isFalse();
  }

  @Property
  void countsTheBytesOfBson(@ForAll("values") Object value) {
    var document = new Document("field", value instanceof Missing ? null : value);
    var encoded = Unpooled.buffer();
    BsonEncoder.encodeDocument(document, encoded);

    // The text of each regular expression is estimated.
    int slack = document.toString().split("regex", -1).length - 1;
    assertThat(BsonSize.of(document) - encoded.writerIndex()).isBetween(0, slack * 32);
  }

  @Property
  void numbersCompareByValueWhateverTheirType(@ForAll int number) {
    for (Object same :
        List.of((long) number, (double) number, new Decimal128(BigDecimal.valueOf(number)))) {
      assertThat(BsonOrder.INSTANCE.compare(number, same))
          .as(Tuple.of(number, same).toString())
          .isZero();
    }
  }
}

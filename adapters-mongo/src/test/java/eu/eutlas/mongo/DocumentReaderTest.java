package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DocumentReaderTest {
  private static final DocumentReader STORED =
      DocumentReader.of(
          BsonDocument.parse(
              """
              {
                "text": "secret words", "nothing": null, "flag": true, "word": "CREATE",
                "long": {"$numberLong": "3000000000"}, "int": 3, "double": 3.0,
                "time": {"$date": "2026-03-01T09:30:15.123Z"},
                "inner": {"text": "deep"}, "list": [{"text": "a"}, {"text": "b"}], "mixed": [1]
              }
              """));

  @Test
  void readsWhatIsThere() {
    assertThat(STORED.text("text")).isEqualTo("secret words");
    assertThat(STORED.flag("flag")).isTrue();
    assertThat(STORED.word("word", OperationType.class)).isEqualTo(OperationType.CREATE);
    assertThat(STORED.time("time")).isEqualTo(Instant.parse("2026-03-01T09:30:15.123Z"));
    String deep = STORED.document("inner", inner -> inner.text("text"));
    assertThat(deep).isEqualTo("deep");
    assertThat(STORED.documents("list", item -> item.text("text"))).isEqualTo(List.of("a", "b"));
  }

  @Test
  void readsNumbersAsPeopleWriteThemToo() {
    assertThat(STORED.number("long")).isEqualTo(3_000_000_000L);
    assertThat(STORED.integer("int")).isEqualTo(3);
    assertThat(STORED.integer("double")).isEqualTo(3);
  }

  @Test
  void takesNothingAndNullAsAbsent() {
    assertThat(STORED.findText("missing")).isEmpty();
    assertThat(STORED.findText("nothing")).isEmpty();
    assertThat(STORED.findTime("missing")).isEmpty();
    assertThat(STORED.findDocument("missing", inner -> inner)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void namesTheFieldThatCannotBeReadAndNotItsContent(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("In a stored document, ")
        .hasMessageNotContainingAny("secret", "deep");
  }

  static Stream<ThrowingCallable> namesTheFieldThatCannotBeReadAndNotItsContent() {
    return Stream.of(
        () -> STORED.text("missing"),
        () -> STORED.text("nothing"),
        () -> STORED.number("text"),
        () -> STORED.findTime("text"),
        () -> STORED.word("text", OperationType.class),
        () -> STORED.document("inner", inner -> inner.flag("text")),
        () -> STORED.documents("mixed", item -> item.text("text")));
  }

  @Test
  void saysWhereTheFieldStands() {
    assertThatThrownBy(() -> STORED.document("inner", inner -> inner.text("name")))
        .hasMessageContaining("inner.name is missing");
  }
}

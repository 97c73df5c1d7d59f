package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiltersTest extends ServerTest {

  @BeforeEach
  void fill() {
    things.insertMany(
        List.of(
            Document.parse("{_id: 1, name: 'Anna', items: [{a: 1, b: 2}, {a: 3}]}"),
            Document.parse("{_id: 2, name: 'hannah', items: [{a: 1}, {b: 2}]}"),
            Document.parse("{_id: 3, name: 'Bert', items: {a: 1, b: 2}}"),
            Document.parse("{_id: 4, name: ['x', 'ann'], items: [{a: 1, b: 2, c: 3}]}"),
            Document.parse("{_id: 5, items: [[{a: 1, b: 2}], {}]}")));
  }

  private List<Integer> ids(Bson filter) {
    return things.find(filter).map(document -> document.getInteger("_id")).into(new ArrayList<>());
  }

  private List<Integer> ids(String filter) {
    return ids(Document.parse(filter));
  }

  private static Document regex(String pattern, String options) {
    return new Document("$regex", new BsonRegularExpression(pattern, options));
  }

  @Test
  void aPatternMayBeTheOperandOfRegex() {
    assertThat(ids(new Document("name", regex("^ann", "i")))).containsExactly(1, 4);
    assertThat(ids(new Document("name", regex("^ann", "")))).containsExactly(4);
    assertThat(ids(new Document("name", regex("ANN", "").append("$options", "i"))))
        .containsExactly(1, 2, 4);
    assertThat(ids(new Document("name", regex("ann", "i").append("$ne", "Anna"))))
        .containsExactly(2, 4);
    refused(51075, () -> ids(new Document("name", regex("ann", "m").append("$options", "i"))));
  }

  @Test
  void aPatternMayBeAnywhereInAFilter() {
    var ann = new Document("name", regex("^ann", "i"));

    assertThat(ids(new Document("$or", List.of(ann, new Document("_id", 3)))))
        .containsExactly(1, 3, 4);
    assertThat(ids(new Document("name", new Document("$not", regex("ann", "i")))))
        .containsExactly(3, 5);
    assertThat(ids(new Document("name", new Document("$elemMatch", regex("^ann", "i")))))
        .containsExactly(4);
    assertThat(ids(new Document("name", Pattern.compile("^bert", Pattern.CASE_INSENSITIVE))))
        .containsExactly(3);
    assertThat(things.countDocuments(ann)).isEqualTo(2);
    assertThat(things.distinct("_id", ann, Integer.class)).containsExactly(1, 4);
    var late = List.of(Aggregates.limit(10), Aggregates.match(ann));
    assertThat(things.aggregate(late).map(found -> found.getInteger("_id")).into(new ArrayList<>()))
        .containsExactly(1, 4);
    assertThat(things.findOneAndUpdate(ann, Updates.set("first", true))).containsEntry("_id", 1);
    assertThat(things.updateMany(ann, Updates.set("seen", true)).getModifiedCount()).isEqualTo(2);
    assertThat(things.deleteMany(ann).getDeletedCount()).isEqualTo(2);
  }

  @Test
  void aDocumentEqualsOneElementAndNotPartsOfSeveral() {
    assertThat(ids("{items: {a: 1, b: 2}}")).containsExactly(1, 3);
    assertThat(ids("{items: {a: 1}}")).containsExactly(2);
    assertThat(ids("{items: {}}")).containsExactly(5);
    assertThat(ids("{items: {$eq: {a: 1, b: 2}}}")).containsExactly(1, 3);
    assertThat(ids("{items: [{a: 1}, {b: 2}]}")).containsExactly(2);
    assertThat(ids("{_id: {$lt: 5}, items: {$elemMatch: {a: 1, b: 2}}}")).containsExactly(1, 4);
    assertThat(ids("{items: {$not: {$eq: {a: 1}}}}")).containsExactly(1, 3, 4, 5);
    assertThat(things.countDocuments(Document.parse("{$and: [{items: {a: 1}}]}"))).isEqualTo(1);
  }

  @Test
  void anUpsertTakesTheDocumentThatAFieldShouldEqual() {
    things.updateOne(
        Document.parse("{_id: 6, items: {a: 9}}"),
        Updates.set("made", true),
        new UpdateOptions().upsert(true));

    assertThat(things.find(new Document("_id", 6)).first())
        .isEqualTo(Document.parse("{_id: 6, items: {a: 9}, made: true}"));
  }

  @Test
  void theOrderOfFieldsMattersWhenADocumentIsCompared() {
    assertThat(ids("{items: {b: 2, a: 1}}")).isEmpty();
  }
}

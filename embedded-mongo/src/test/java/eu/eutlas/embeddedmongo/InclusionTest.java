package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By MongoDB's manual: "Project Fields to Return from Query". */
final class InclusionTest {

  @Test
  void keepsWhatIsNamedInTheOrderOfTheDocumentAndItsId() {
    var document = document("_id", 1, "b", 2, "a", 3, "c", 4);

    assertThat(part(document, "c", "b")).isEqualTo(document("_id", 1, "b", 2, "c", 4));
    assertThat(part(document, "c", "b").keySet()).containsExactly("_id", "b", "c");
  }

  @Test
  void goesDownPathsAndKeepsNothingElseThere() {
    var document = document("_id", 1, "a", document("b", document("c", 1, "d", 2), "e", 3));

    assertThat(part(document, "a.b.c"))
        .isEqualTo(document("_id", 1, "a", document("b", document("c", 1))));
    assertThat(part(document, "a.x")).isEqualTo(document("_id", 1, "a", new Document()));
  }

  @Test
  void projectsTheDocumentsOfAnArray() {
    var elements = Arrays.asList(document("b", 1, "c", 2), 7, null, List.of(document("b", 3)));
    var document = document("_id", 1, "a", elements);

    assertThat(part(document, "a.b"))
        .isEqualTo(document("_id", 1, "a", List.of(document("b", 1), List.of(document("b", 3)))));
  }

  @Test
  void findsNothingInsideAValueThatHoldsNoFields() {
    var document = document("_id", 1, "a", 5, "b", null);

    assertThat(part(document, "a.x", "b.x")).isEqualTo(document("_id", 1));
    assertThat(part(document, "b")).isEqualTo(document("_id", 1, "b", null));
  }

  @Test
  void leavesOtherProjectionsToTheLibrary() {
    assertThat(Inclusion.of(new Document())).isEmpty();
    assertThat(Inclusion.of(document("a", 0))).isEmpty();
    assertThat(Inclusion.of(document("a", 1, "_id", 0))).isEmpty();
    assertThat(Inclusion.of(document("a", document("$slice", 1)))).isEmpty();
    assertThat(Inclusion.of(document("a", "$b"))).isEmpty();
    assertThat(Inclusion.of(document("a.$", 1))).isEmpty();
    assertThat(Inclusion.of(document("a", 1, "a.b", 1))).isEmpty();
    assertThat(Inclusion.of(document("a.b", 1, "a", 1))).isEmpty();
    assertThat(Inclusion.of(document("a..b", 1))).isEmpty();
    assertThat(Inclusion.of(document("a", true, "b", 1L))).isPresent();
  }

  private static Document part(Document document, String... names) {
    var projection = new Document();
    for (var name : names) {
      projection.put(name, 1);
    }
    return Inclusion.of(projection).orElseThrow().partOf(document);
  }

  private static Document document(@Nullable Object... namesAndValues) {
    var document = new Document();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      document.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return document;
  }
}

package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reader of pages must notice what a careless list does, or its contracts prove nothing. */
final class PagingTest {

  @Test
  void readsToTheEnd() {
    assertThat(Paging.all(2, PagingTest::upToFive)).containsExactly(1, 2, 3, 4, 5);
    assertThat(Paging.all(5, PagingTest::upToFive)).containsExactly(1, 2, 3, 4, 5);
    assertThat(Paging.first(PagingTest::upToFive)).hasSize(5);
  }

  @Test
  void noticesAPageThatIsTooLong() {
    assertThatThrownBy(() -> Paging.all(1, request -> new Page<>(List.of(1, 2), Optional.empty())))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void noticesAnEmptyPageBeforeTheLast() {
    assertThatThrownBy(
            () -> Paging.all(1, request -> new Page<>(List.of(), Optional.of(new Cursor("", "1")))))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void noticesAListThatNeverEnds() {
    assertThatThrownBy(() ->
            Paging.all(1, request -> new Page<>(List.of(1), Optional.of(new Cursor("", "1")))))
        .isInstanceOf(AssertionError.class);
  }

  private static Page<Integer> upToFive(PageRequest request) {
    var after = request.after().map(cursor -> Integer.parseInt(cursor.id())).orElse(0);
    var found = IntStream.rangeClosed(after + 1, 5).limit(request.limit() + 1L).boxed().toList();
    return Page.of(found, request, item -> new Cursor("", String.valueOf(item)));
  }
}

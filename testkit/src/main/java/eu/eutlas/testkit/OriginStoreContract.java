package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.OriginKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What holds where documents remember the request that made them: no two have the same origin key,
 * any number has none, and an old origin is forgotten without any other change of the document, its
 * version included.
 */
public abstract class OriginStoreContract<T> extends VersionedStoreContract<T> {
  private static final int RUNNERS = 16;
  private static final int ROUNDS = 4;

  protected abstract T withOrigin(T document, OriginKey origin);

  protected abstract Optional<T> findByOrigin(String originKeyHash);

  protected abstract long forgetOrigins(Instant before);

  @Test
  void findsWhatARequestMade() {
    insert(document(1));
    insert(withOrigin(document(2), Origins.of(7)));

    assertThat(findByOrigin(Origins.keyHash(7))).contains(withOrigin(document(2), Origins.of(7)));
    assertThat(findByOrigin(Origins.keyHash(8))).isEmpty();
  }

  @Test
  void keepsAnyNumberOfDocumentsWithoutOrigin() {
    insert(document(1));
    insert(document(2));
    insert(document(3));

    assertThat(find(document(3))).contains(document(3));
  }

  @Test
  void refusesASecondDocumentWithTheSameOriginKeyWhateverItsBody() {
    insert(withOrigin(document(1), Origins.of(7)));
    var again = new OriginKey(Origins.keyHash(7), "another-body", PinnedClock.START.plusSeconds(1));

    assertThatThrownBy(() -> insert(withOrigin(document(2), again)))
        .isInstanceOf(PortFailure.Duplicate.class);

    assertThat(find(document(2))).isEmpty();
    assertThat(findByOrigin(Origins.keyHash(7))).contains(withOrigin(document(1), Origins.of(7)));
  }

  @Test
  void letsOneOfManyInsertionsWithTheSameOriginKeyWin() {
    for (var round = 0; round < ROUNDS; round++) {
      var first = round * RUNNERS + 1;
      var origin = Origins.of(round);

      var won = Race.run(RUNNERS, number -> inserted(withOrigin(document(first + number), origin)));

      assertThat(Collections.frequency(won, true)).isEqualTo(1);
      assertThat(findByOrigin(origin.keyHash()))
          .contains(withOrigin(document(first + won.indexOf(true)), origin));
    }
  }

  @Test
  void keepsTheOriginAcrossSaves() {
    insert(withOrigin(document(1), Origins.of(7)));
    var next = changed(withOrigin(document(1), Origins.of(7)), 2);

    save(next);

    assertThat(findByOrigin(Origins.keyHash(7))).contains(atVersion(next, 1));
  }

  @Test
  void forgetsOriginsOlderThanTheMomentAndNothingElse() {
    var moment = PinnedClock.START;
    insert(withOrigin(document(1), Origins.at(1, moment.minusMillis(1))));
    insert(withOrigin(document(2), Origins.at(2, moment)));
    insert(document(3));

    assertThat(forgetOrigins(moment)).isEqualTo(1);

    assertThat(findByOrigin(Origins.keyHash(1))).isEmpty();
    assertThat(find(document(1))).contains(document(1));
    assertThat(find(document(2))).contains(withOrigin(document(2), Origins.at(2, moment)));
    assertThat(find(document(3))).contains(document(3));
  }

  @Test
  void forgetsAnOriginOnce() {
    insert(withOrigin(document(1), Origins.of(1)));
    forgetOrigins(PinnedClock.START.plusMillis(1));

    assertThat(forgetOrigins(PinnedClock.START.plusMillis(1))).isZero();
  }

  @Test
  void takesAForgottenOriginKeyAgain() {
    insert(withOrigin(document(1), Origins.of(7)));
    forgetOrigins(PinnedClock.START.plusMillis(1));

    insert(withOrigin(document(2), Origins.of(7)));

    assertThat(findByOrigin(Origins.keyHash(7))).contains(withOrigin(document(2), Origins.of(7)));
  }
}

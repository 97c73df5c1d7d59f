package eu.eutlas.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.identity.Session.Refreshed;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A session under any sequence of refreshes, against what its holders may expect. */
final class SessionModelTest {

  /** After a while, somebody presents the token of so many generations ago, or logs out. */
  record Move(long seconds, long generationsAgo, boolean logsOut) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    var waits =
        Arbitraries.oneOf(
            Arbitraries.of(0L, 1L, 29L, 30L, 31L),
            Arbitraries.longs().between(0, 10_000),
            Arbitraries.of(Session.LASTS.toSeconds() - 1, Session.LASTS.toSeconds()));
    var ages =
        Arbitraries.frequency(
            Tuple.of(8, 0L), Tuple.of(4, 1L), Tuple.of(1, 2L), Tuple.of(1, 5L), Tuple.of(1, -1L));
    var logOuts = Arbitraries.frequency(Tuple.of(20, false), Tuple.of(1, true));
    return Combinators.combine(waits, ages, logOuts).as(Move::new).list().ofMaxSize(40);
  }

  @Property
  void behavesAsItsModel(@ForAll("moves") List<Move> moves) {
    var session = SessionTest.start();
    var model = new Model(Given.NOW);

    for (var move : moves) {
      model.now = model.now.plusSeconds(move.seconds());
      var presented = model.newest - move.generationsAgo();
      session =
          move.logsOut()
              ? model.logOut(session.end(model.now))
              : model.check(presented, session.refresh(presented, model.now));

      assertThat(session.isOpenAt(model.now)).isEqualTo(model.isOpen());
      assertThat(session.generation()).isEqualTo(model.newest);
    }
  }

  /** What a holder of tokens may expect. */
  private static final class Model {
    private Instant now;
    private Instant newestSince;
    private long newest = 1;
    private boolean over;

    private Model(Instant start) {
      this.now = start;
      this.newestSince = start;
    }

    private boolean isOpen() {
      return !over && now.isBefore(newestSince.plus(Session.LASTS));
    }

    private Session logOut(Session ended) {
      over = true;
      return ended;
    }

    private Session check(long presented, Refreshed answer) {
      var grace = now.isBefore(newestSince.plusSeconds(30));
      if (!isOpen()) {
        assertThat(answer).isInstanceOf(Refreshed.Ended.class);
      } else if (presented == newest) {
        assertThat(answer).isInstanceOf(Refreshed.Rotated.class);
        newest++;
        newestSince = now;
      } else if (presented >= 1 && presented == newest - 1 && grace) {
        assertThat(answer).isInstanceOf(Refreshed.Repeated.class);
      } else {
        assertThat(answer).isInstanceOf(Refreshed.Reused.class);
        over = true;
      }
      return sessionOf(answer);
    }

    private static Session sessionOf(Refreshed answer) {
      return switch (answer) {
        case Refreshed.Rotated(var session) -> session;
        case Refreshed.Repeated(var session) -> session;
        case Refreshed.Reused(var session) -> session;
        case Refreshed.Ended(var session) -> session;
      };
    }
  }
}

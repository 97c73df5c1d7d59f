package eu.eutlas.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Whoever has a chain can check it, and nothing in it can be changed unseen. */
final class EventHashPropertyTest {

  @Property(tries = 200)
  void aChainThatNobodyTouchedHolds(@ForAll @Size(max = 20) List<String> messages) {
    assertThat(holds(chain(messages))).isTrue();
  }

  @Property(tries = 200)
  void aChangedEventBreaksTheChain(
      @ForAll @NotEmpty @Size(max = 20) List<String> messages,
      @ForAll @IntRange(max = 19) int place,
      @ForAll String other) {
    Assume.that(place < messages.size() && !same(messages.get(place), other));
    var chain = new ArrayList<>(chain(messages));
    var old = chain.get(place);

    chain.set(place, new LoggedEvent(old.seq(), old.hash(), event((int) old.seq(), other)));

    assertThat(holds(chain)).isFalse();
  }

  @Property(tries = 200)
  void aRemovedEventBreaksTheChain(
      @ForAll @Size(min = 2, max = 20) List<String> messages,
      @ForAll @IntRange(max = 18) int place) {
    Assume.that(place < messages.size() - 1);
    var chain = new ArrayList<>(chain(messages));

    chain.remove(place);

    assertThat(holds(chain)).isFalse();
  }

  /** Parts carry their length, so no text can pretend to be the end of one and the next. */
  @Property(tries = 200)
  void textCannotMoveFromOnePartToAnother(@ForAll String one, @ForAll String two) {
    Assume.that(!two.isEmpty());

    var apart = EventHash.of(EventHash.START, 1, event(1, "", Map.of(one, two)));
    var together = EventHash.of(EventHash.START, 1, event(1, "", Map.of(one + two, "")));

    assertThat(apart).isNotEqualTo(together);
  }

  private static List<LoggedEvent> chain(List<String> messages) {
    var chain = new ArrayList<LoggedEvent>();
    var before = EventHash.START;
    for (var message : messages) {
      var seq = chain.size() + 1;
      var event = event(seq, message);
      before = EventHash.of(before, seq, event);
      chain.add(new LoggedEvent(seq, before, event));
    }
    return chain;
  }

  /** What a customer does with the events of an export. */
  private static boolean holds(List<LoggedEvent> chain) {
    var before = EventHash.START;
    for (var logged : chain) {
      if (!EventHash.of(before, logged.seq(), logged.event()).equals(logged.hash())) {
        return false;
      }
      before = logged.hash();
    }
    return true;
  }

  /** Halves of surrogate pairs have no UTF-8; all of them become the same question mark. */
  private static boolean same(String one, String other) {
    return Arrays.equals(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static Event event(int number, String message) {
    return event(number, message, Map.of("a", "1"));
  }

  private static Event event(int number, String message, Map<String, String> metadata) {
    return new Event(
        new EventId("%024x".formatted(number)),
        EventType.CLUSTER_READY,
        message,
        Initiator.EUTLAS,
        new OrgId("%024x".formatted(7)),
        Optional.empty(),
        Optional.empty(),
        new CorrelationId("request"),
        metadata,
        Instant.EPOCH);
  }
}

package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.event.Initiators;
import eu.eutlas.testkit.operation.Operations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What holds where documents carry an outbox. Entries are told apart by their ids. Draining changes
 * nothing else, the version neither: a save that was decided before it goes through and brings the
 * entries back, which the relay copies without effect.
 */
public abstract class OutboxStoreContract<T> extends OriginStoreContract<T> {
  private static final int WRITERS = 8;
  private static final int EVENTS_EACH = 5;

  protected abstract T withOutbox(T document, Outbox outbox);

  protected abstract Outbox outbox(T document);

  protected abstract void drain(T document, Outbox copied);

  /** The documents whose outbox is not empty, as they are stored. */
  protected abstract List<T> listWithOutbox(int limit);

  @Test
  void keepsTheOutboxAsItWasWritten() {
    var told = withOutbox(document(1), full());
    insert(told);

    assertThat(find(document(1))).contains(told);
  }

  @Test
  void listsDocumentsWhoseOutboxIsNotEmpty() {
    insert(withOutbox(document(1), events(1)));
    insert(document(2));
    insert(withOutbox(document(3), new Outbox(List.of(), List.of(operation(1)))));
    insert(document(4));
    save(withOutbox(document(4), events(2)));

    assertThat(listWithOutbox(10))
        .containsExactlyInAnyOrder(
            withOutbox(document(1), events(1)),
            withOutbox(document(3), new Outbox(List.of(), List.of(operation(1)))),
            atVersion(withOutbox(document(4), events(2)), 1));
    assertThat(listWithOutbox(2)).hasSize(2);
  }

  @Test
  void drainsWhatWasCopied() {
    insert(withOutbox(document(1), full()));

    drain(document(1), full());

    assertThat(find(document(1))).contains(document(1));
    assertThat(listWithOutbox(10)).isEmpty();
  }

  @Test
  void keepsEntriesThatCameSinceTheCopy() {
    insert(withOutbox(document(1), new Outbox(List.of(event(1)), List.of(operation(1)))));
    var grown = new Outbox(List.of(event(1), event(2)), List.of(operation(1), operation(2)));
    save(withOutbox(document(1), grown));

    drain(document(1), new Outbox(List.of(event(1)), List.of(operation(1))));

    var left = new Outbox(List.of(event(2)), List.of(operation(2)));
    assertThat(find(document(1))).contains(atVersion(withOutbox(document(1), left), 1));
    assertThat(listWithOutbox(10)).hasSize(1);
  }

  @Test
  void drainsAgainWithoutEffect() {
    insert(withOutbox(document(1), events(1, 2)));
    drain(document(1), events(1));

    drain(document(1), events(1));
    drain(document(1), events(9));
    drain(document(2), events(1));

    assertThat(find(document(1))).contains(withOutbox(document(1), events(2)));
    assertThat(find(document(2))).isEmpty();
  }

  @Test
  void letsASaveThroughThatWasDecidedBeforeADrain() {
    insert(withOutbox(document(1), events(1)));
    var decided = withOutbox(changed(document(1), 2), events(1, 2));
    drain(document(1), events(1));

    assertThat(save(decided)).isEqualTo(SaveResult.SAVED);

    assertThat(find(document(1))).contains(atVersion(decided, 1));
    assertThat(listWithOutbox(10)).hasSize(1);
  }

  @Test
  void losesNoEntryWhileWritersAndARelayMeet() {
    insert(document(1));
    var copied = ConcurrentHashMap.<EventId>newKeySet();
    var writing = new CountDownLatch(WRITERS);

    Race.run(
        WRITERS + 1,
        runner -> {
          if (runner == WRITERS) {
            relayUntil(writing, copied);
          } else {
            IntStream.range(0, EVENTS_EACH).forEach(i -> tell(event(runner * EVENTS_EACH + i + 1)));
            writing.countDown();
          }
          return runner;
        });

    assertThat(copied).containsExactlyInAnyOrderElementsOf(allIds());
    assertThat(version(stored())).isEqualTo(WRITERS * EVENTS_EACH);
    assertThat(listWithOutbox(10)).isEmpty();
  }

  private void tell(Event event) {
    T read;
    do {
      read = stored();
    } while (save(withOutbox(read, outbox(read).tell(event))) != SaveResult.SAVED);
  }

  private void relayUntil(CountDownLatch written, Set<EventId> copied) {
    boolean last;
    do {
      last = written.getCount() == 0;
      var seen = outbox(stored());
      seen.events().forEach(event -> copied.add(event.id()));
      drain(document(1), seen);
    } while (!last);
    assertThat(written.getCount()).isZero();
  }

  private T stored() {
    return find(document(1)).orElseThrow();
  }

  private static Set<EventId> allIds() {
    var ids = new HashSet<EventId>();
    IntStream.rangeClosed(1, WRITERS * EVENTS_EACH).forEach(number -> ids.add(Events.id(number)));
    return ids;
  }

  private static Outbox events(int... numbers) {
    return new Outbox(
        IntStream.of(numbers).mapToObj(OutboxStoreContract::event).toList(), List.of());
  }

  private static Event event(int number) {
    return Events.anEvent(number).build();
  }

  private static Operation operation(int number) {
    return Operations.anOperation(number).succeededAt(PinnedClock.START.plusMillis(7)).build();
  }

  private static Outbox full() {
    var unusual =
        Events.anEvent(2)
            .message(UnusualText.ANY)
            .by(Initiators.unusual())
            .metadata(Map.of("a.b", UnusualText.ANY, "$set", "", "plain", "text"))
            .build();
    return new Outbox(List.of(event(1), unusual), List.of(operation(1), operation(2)));
  }
}

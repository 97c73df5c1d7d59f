package eu.eutlas.domain;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.origin;
import static eu.eutlas.domain.Given.secondsLater;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SlotsTest {

  private final Slots<Integer> one = Slots.<Integer>none().reserve(1, "shop", origin("k"), NOW);

  @Test
  void beginEmpty() {
    assertThat(Slots.none().isEmpty()).isTrue();
    assertThat(Slots.none().size()).isZero();
  }

  @Test
  void aReservationHoldsIdNameOriginAndTime() {
    var slot = new Slot<>(1, "shop", origin("k").map(OriginKey::keyHash), Slot.State.RESERVED, NOW);

    assertThat(one.all()).containsExactly(slot);
    assertThat(one.find(1)).contains(slot);
    assertThat(one.named("shop")).contains(slot);
  }

  @Test
  void findNothingUnderAnotherIdOrName() {
    assertThat(one.find(2)).isEmpty();
    assertThat(one.named("Shop")).isEmpty();
  }

  @Test
  void occupyingMakesThatReservationLiveAndNoOther() {
    var slots = one.reserve(2, "blog", Optional.empty(), NOW).occupy(2);

    assertThat(slots.find(1).map(Slot::state)).contains(Slot.State.RESERVED);
    assertThat(slots.find(2).map(Slot::state)).contains(Slot.State.LIVE);
  }

  @Test
  void occupyingIsRepeatable() {
    assertThat(one.occupy(1).occupy(1)).isEqualTo(one.occupy(1));
  }

  @Test
  void aSlotThatIsGoneStaysGone() {
    assertThat(one.free(1).occupy(1)).isEqualTo(Slots.none());
  }

  @Test
  void freeingTakesTheNameAwayAndIsRepeatable() {
    assertThat(one.free(1).named("shop")).isEmpty();
    assertThat(one.free(1).free(1)).isEqualTo(one.free(1));
  }

  @Test
  void aReservationIsAbandonedAfterSixtySeconds() {
    assertThat(one.abandonedAt(secondsLater(60).minusMillis(1))).isEmpty();
    assertThat(one.abandonedAt(secondsLater(60))).isEqualTo(one.all());
  }

  @Test
  void aLiveSlotIsNeverAbandoned() {
    assertThat(one.occupy(1).abandonedAt(secondsLater(1_000_000))).isEmpty();
  }

  @Test
  void doNotChangeWithTheListThatTheyWereMadeOf() {
    var list = new ArrayList<>(one.all());

    var slots = new Slots<>(list);
    list.clear();

    assertThat(slots).isEqualTo(one);
  }

  @Test
  void theSameRequestFindsItsOwnPlace() {
    var holder = one.all().getFirst();

    assertThat(Reservation.again("parent", holder, origin("k")))
        .contains(new Reservation<>("parent", 1, true));
  }

  @Test
  void anotherRequestOrOneWithoutKeyFindsNoPlace() {
    var withKey = one.all().getFirst();
    var without = Slots.<Integer>none().reserve(1, "shop", Optional.empty(), NOW).all().getFirst();

    assertThat(
            List.of(
                Reservation.again("parent", withKey, origin("other")),
                Reservation.again("parent", withKey, Optional.empty()),
                Reservation.again("parent", without, origin("k")),
                Reservation.again("parent", without, Optional.empty())))
        .containsOnly(Optional.empty());
  }
}

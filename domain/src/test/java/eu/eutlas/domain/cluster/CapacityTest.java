package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.Capacity.Good;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityTest {
  private static final OptionalLong ANY = OptionalLong.empty();
  private static final Capacity SMALL =
      new Capacity(
          OptionalLong.of(10),
          OptionalLong.of(4_000),
          OptionalLong.of(8_192),
          OptionalLong.of(100));
  private static final Promised SOME = new Promised(9, 3_000, 7_168, 90);
  private static final Resources ONE = new Resources(1_000, 1_024, 10, 1);

  @Test
  void takesWhatJustFits() {
    assertThat(SMALL.shortOf(SOME, Promised.to(ONE))).isEmpty();
  }

  @Test
  void saysAllThatIsShort() {
    assertThat(SMALL.shortOf(SOME, Promised.to(new Resources(1_001, 1_025, 11, 1))))
        .containsExactly(Good.CPU, Good.MEMORY, Good.STORAGE);
    assertThat(SMALL.shortOf(SOME.plus(Promised.to(ONE)), Promised.to(ONE)))
        .containsExactly(Good.CLUSTERS, Good.CPU, Good.MEMORY, Good.STORAGE);
  }

  @Test
  void ofWhatIsNotWantedThereIsEnough() {
    var tooMuch = SOME.times(10);

    assertThat(SMALL.shortOf(tooMuch, Promised.NOTHING)).isEmpty();
    assertThat(SMALL.shortOf(tooMuch, new Promised(0, -1, -1, 0))).isEmpty();
    assertThat(SMALL.shortOf(tooMuch, new Promised(0, -1, 0, 1))).containsExactly(Good.STORAGE);
  }

  @Property
  void whatIsNotLimitedIsNeverShort(
      @ForAll @IntRange(min = 1) int cpu, @ForAll @IntRange(min = 1) int memory) {
    var some = new Capacity(OptionalLong.of(1), ANY, ANY, OptionalLong.of(0));
    var wanted = Promised.to(new Resources(cpu, memory, 1, 3));

    assertThat(some.shortOf(SOME, wanted)).containsExactly(Good.CLUSTERS, Good.STORAGE);
    assertThat(Capacity.UNLIMITED.shortOf(SOME, wanted)).isEmpty();
  }

  @Test
  void knowsWhetherItLimitsWhatIsWanted() {
    var memory = new Capacity(ANY, ANY, OptionalLong.of(0), ANY);

    assertThat(memory.limits(Promised.to(ONE))).isTrue();
    assertThat(memory.limits(new Promised(1, 1, 0, 1))).isFalse();
    assertThat(memory.limits(new Promised(0, 0, -1, 0))).isFalse();
    assertThat(Capacity.UNLIMITED.limits(Promised.to(ONE))).isFalse();
    assertThat(SMALL.limits(new Promised(1, 0, 0, 0))).isTrue();
    assertThat(SMALL.limits(new Promised(0, 1, 0, 0))).isTrue();
    assertThat(SMALL.limits(new Promised(0, 0, 0, 1))).isTrue();
  }

  @Test
  void isNotLessThanNothing() {
    assertThatThrownBy(() -> new Capacity(ANY, ANY, OptionalLong.of(-1), ANY))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @EnumSource(ClusterState.Name.class)
  void aClusterHasWhatItsMembersHaveTogetherUnlessItIsPausedOrDeleted(ClusterState.Name state) {
    var expected =
        switch (state) {
          case PAUSED -> new Promised(1, 0, 0, 30);
          case DELETED -> Promised.NOTHING;
          case CREATING,
              READY,
              UPDATING,
              PAUSING,
              RESUMING,
              RESTORING,
              DEGRADED,
              DELETING,
              FAILED ->
              new Promised(1, 3_000, 3_072, 30);
        };

    assertThat(Promised.to(state, new Resources(1_000, 1_024, 10, 3))).isEqualTo(expected);
  }

  @Property
  void whatIsAddedCanBeTakenAway(@ForAll int one, @ForAll int other, @ForAll short count) {
    var a = new Promised(one, other, one, other);
    var b = new Promised(other, one, one, one).times(count);

    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(b.plus(a)).isEqualTo(a.plus(b));
  }
}

package eu.eutlas.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UnknownResource;
import eu.eutlas.testkit.PinnedClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UnknownResourceRepository} holds to. */
public abstract class UnknownResourceRepositoryContract {
  private static final Instant NOW = PinnedClock.START;
  private static final RegionId NORTH = new RegionId("north");

  private UnknownResourceRepository unknown;

  /** An empty one. */
  protected abstract UnknownResourceRepository unknown();

  @BeforeEach
  void begin() {
    unknown = unknown();
  }

  @Test
  void keepsWhenEachWasFirstSeenAndWhenLast() {
    assertThat(unknown.keep(seen(NORTH, 1, NOW))).isTrue();
    assertThat(unknown.keep(seen(NORTH, 1, NOW.plusMillis(7)))).isFalse();

    assertThat(unknown.findIn(NORTH, 10))
        .containsExactly(new UnknownResource(NORTH, Clusters.id(1), NOW, NOW.plusMillis(7)));
  }

  @Test
  void aRepeatedWriteChangesNothing() {
    unknown.keep(seen(NORTH, 1, NOW));

    assertThat(unknown.keep(seen(NORTH, 1, NOW))).isFalse();

    assertThat(unknown.findIn(NORTH, 10)).containsExactly(seen(NORTH, 1, NOW));
  }

  @Test
  void findsThoseOfOneRegionById() {
    IntStream.of(3, 1, 2).forEach(number -> unknown.keep(seen(NORTH, number, NOW)));
    unknown.keep(seen(Clusters.REGION, 1, NOW));

    assertThat(unknown.findIn(NORTH, 2)).containsExactly(seen(NORTH, 1, NOW), seen(NORTH, 2, NOW));
    assertThat(unknown.findIn(Clusters.REGION, 2)).containsExactly(seen(Clusters.REGION, 1, NOW));
    assertThat(unknown.findIn(new RegionId("south"), 2)).isEmpty();
  }

  @Test
  void listsThemInPartsOfOneRegionOrOfAll() {
    IntStream.rangeClosed(1, 3).forEach(number -> unknown.keep(seen(NORTH, number, NOW)));
    IntStream.rangeClosed(1, 2).forEach(number -> unknown.keep(seen(Clusters.REGION, number, NOW)));

    assertThat(inParts(Optional.of(NORTH)))
        .containsExactly(seen(NORTH, 1, NOW), seen(NORTH, 2, NOW), seen(NORTH, 3, NOW));
    assertThat(inParts(Optional.empty()))
        .containsExactly(
            seen(Clusters.REGION, 1, NOW),
            seen(Clusters.REGION, 2, NOW),
            seen(NORTH, 1, NOW),
            seen(NORTH, 2, NOW),
            seen(NORTH, 3, NOW));
    assertThat(inParts(Optional.of(new RegionId("south")))).isEmpty();
  }

  @Test
  void forgetsOneAndNoOther() {
    unknown.keep(seen(NORTH, 1, NOW));
    unknown.keep(seen(NORTH, 2, NOW));
    unknown.keep(seen(Clusters.REGION, 1, NOW));

    unknown.forget(NORTH, Clusters.id(1));
    unknown.forget(NORTH, Clusters.id(1));

    assertThat(inParts(Optional.empty()))
        .containsExactly(seen(Clusters.REGION, 1, NOW), seen(NORTH, 2, NOW));
  }

  @Test
  void whatWasForgottenIsFirstSeenAnew() {
    unknown.keep(seen(NORTH, 1, NOW));
    unknown.forget(NORTH, Clusters.id(1));

    assertThat(unknown.keep(seen(NORTH, 1, NOW.plusSeconds(1)))).isTrue();

    assertThat(unknown.findIn(NORTH, 10)).containsExactly(seen(NORTH, 1, NOW.plusSeconds(1)));
  }

  private List<UnknownResource> inParts(Optional<RegionId> region) {
    var all = new ArrayList<UnknownResource>();
    var after = Optional.<Cursor>empty();
    do {
      var page = unknown.list(region, new PageRequest(2, after));
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private static UnknownResource seen(RegionId region, int number, Instant at) {
    return new UnknownResource(region, Clusters.id(number), at, at);
  }
}

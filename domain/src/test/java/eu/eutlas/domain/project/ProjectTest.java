package eu.eutlas.domain.project;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.hex;
import static eu.eutlas.domain.Given.origin;
import static eu.eutlas.domain.Given.refusalOf;
import static eu.eutlas.domain.Given.secondsLater;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Reservation;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.Slot;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProjectTest {

  private static final Optional<OriginKey> NO_KEY = Optional.empty();
  private static final ClusterName SHOP = new ClusterName("shop");
  private static final ClusterId FIRST = cluster(100);
  private static final ClusterId SECOND = cluster(101);
  private static final Event CREATED = Given.event(EventType.PROJECT_CREATED, 10);
  private static final Event DELETED = Given.event(EventType.PROJECT_DELETED, 11);

  private final Project project = create();
  private final Project holding = holding(NO_KEY);

  static Project create() {
    return Project.create(
        Given.PROJECT, Given.ORG, new ProjectName("Web"), origin("project"), CREATED, NOW);
  }

  @Test
  void isCreatedActiveAndEmptyAndTellsOfIt() {
    assertThat(project.isActive()).isTrue();
    assertThat(project.clusters().isEmpty()).isTrue();
    assertThat(project.outbox().events()).containsExactly(CREATED);
    assertThat(project.revision()).isEqualTo(Revision.FIRST);
  }

  @Test
  void reservesThePlaceOfACluster() {
    var reservation = project.reserve(FIRST, SHOP, NO_KEY, secondsLater(5)).orElseThrow();

    assertThat(reservation.child()).isEqualTo(FIRST);
    assertThat(reservation.wasThere()).isFalse();
    assertThat(reservation.parent().updatedAt()).isEqualTo(secondsLater(5));
    assertThat(reservation.parent().clusters().named("shop").map(Slot::id)).contains(FIRST);
  }

  @Test
  void refusesASecondClusterWithTheSameName() {
    var outcome = holding.reserve(SECOND, SHOP, NO_KEY, NOW);

    assertThat(refusalOf(outcome).code()).isEqualTo(RefusalCode.CLUSTER_NAME_TAKEN);
  }

  @Test
  void refusesTheNameToAnotherRequestEvenIfTheFirstIsOnlyReserved() {
    var outcome = holding(origin("k")).reserve(SECOND, SHOP, origin("other"), NOW);

    assertThat(refusalOf(outcome).code()).isEqualTo(RefusalCode.CLUSTER_NAME_TAKEN);
  }

  @Test
  void theSameRequestFindsItsOwnPlaceAgainAndSavesNothing() {
    var held = holding(origin("k"));

    var again = held.reserve(SECOND, SHOP, origin("k"), secondsLater(9)).orElseThrow();

    assertThat(again).isEqualTo(new Reservation<>(held, FIRST, true));
  }

  @Test
  void theSameRequestFindsItsOwnPlaceWhenTheClusterIsLive() {
    var live = holding(origin("k")).occupy(FIRST);

    var again = live.reserve(SECOND, SHOP, origin("k"), NOW).orElseThrow();

    assertThat(again.child()).isEqualTo(FIRST);
  }

  @Test
  void holdsFiveHundredClustersAndNoMore() {
    var full = full(origin("k"));

    var oneMore = full.reserve(cluster(9999), SHOP, NO_KEY, NOW);

    assertThat(full.clusters().size()).isEqualTo(500);
    assertThat(refusalOf(oneMore).code()).isEqualTo(RefusalCode.CLUSTER_LIMIT_REACHED);
  }

  @Test
  void theSameRequestFindsItsOwnPlaceInAFullProject() {
    var again = full(origin("k")).reserve(SECOND, new ClusterName("c-7"), origin("k"), NOW);

    assertThat(again.orElseThrow().child()).isEqualTo(cluster(7));
  }

  @Test
  void aFreedPlaceAndNameCanBeReservedAgain() {
    var freed = holding.occupy(FIRST).free(FIRST);

    assertThat(freed.reserve(SECOND, SHOP, NO_KEY, NOW).orElseThrow().child()).isEqualTo(SECOND);
  }

  @Test
  void occupyingAPlaceThatIsGoneDoesNotBringItBack() {
    assertThat(holding.free(FIRST).occupy(FIRST).clusters().isEmpty()).isTrue();
  }

  @Test
  void isNotDeletedWhileItHasClusters() {
    assertThat(refusalOf(holding.delete(DELETED, NOW)).code())
        .isEqualTo(RefusalCode.PROJECT_NOT_EMPTY);
    assertThat(refusalOf(holding.occupy(FIRST).delete(DELETED, NOW)).code())
        .isEqualTo(RefusalCode.PROJECT_NOT_EMPTY);
  }

  @Test
  void isDeletedWhenItIsEmptyAndTellsOfIt() {
    var deleted = holding.free(FIRST).delete(DELETED, secondsLater(1)).orElseThrow();

    assertThat(deleted.state()).isEqualTo(ProjectState.DELETING);
    assertThat(deleted.outbox().events()).containsExactly(CREATED, DELETED);
    assertThat(deleted.revision()).isEqualTo(new Revision(2));
  }

  @Test
  void deletingItAgainTellsNothingMore() {
    var deleted = project.delete(DELETED, NOW).orElseThrow();

    var again = deleted.delete(Given.event(EventType.PROJECT_DELETED, 12), NOW).orElseThrow();

    assertThat(again).isEqualTo(deleted);
  }

  @Test
  void takesNoClusterOnceItIsGoing() {
    var deleted = project.delete(DELETED, NOW).orElseThrow();

    var outcome = deleted.reserve(FIRST, SHOP, NO_KEY, NOW);

    assertThat(refusalOf(outcome).code()).isEqualTo(RefusalCode.PROJECT_NOT_ACTIVE);
  }

  @Test
  void whatWasNeverToBeIsAbandonedWithoutAWord() {
    var abandoned = project.abandon();

    assertThat(abandoned.state()).isEqualTo(ProjectState.DELETING);
    assertThat(abandoned.outbox().isEmpty()).isTrue();
    assertThat(abandoned.origin()).isEmpty();
  }

  @Test
  void whatHappensToItsClustersLeavesItsRevision() {
    var after = holding.occupy(FIRST).free(FIRST);

    assertThat(after.revision()).isEqualTo(project.revision());
  }

  private static Project holding(Optional<OriginKey> by) {
    return create().reserve(FIRST, SHOP, by, NOW).orElseThrow().parent();
  }

  private static Project full(Optional<OriginKey> by) {
    return IntStream.range(0, Project.MAX_CLUSTERS)
        .boxed()
        .reduce(
            create(),
            (to, n) ->
                to.reserve(cluster(n), new ClusterName("c-" + n), by, NOW).orElseThrow().parent(),
            (one, other) -> other);
  }

  private static ClusterId cluster(int number) {
    return new ClusterId(hex(number));
  }
}

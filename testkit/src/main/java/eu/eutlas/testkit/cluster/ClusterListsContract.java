package eu.eutlas.testkit.cluster;

import static eu.eutlas.application.cluster.ClusterQuery.Sort.BY_NAME;
import static eu.eutlas.application.cluster.ClusterQuery.Sort.NEWEST_FIRST;
import static eu.eutlas.application.cluster.ClusterQuery.Sort.OLDEST_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.testkit.Paging;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link ClusterRepositoryContract} that is about lists for people. */
abstract class ClusterListsContract extends ClusterDocumentsContract {
  private static final Scope OWN = Scopes.of(Organizations.id(1));

  @Test
  void listsTheClustersOfAProject() {
    insert(Clusters.aCluster(1).project(Projects.id(1)).build());
    insert(Clusters.aCluster(2).project(Projects.id(2)).build());
    insert(Clusters.aCluster(3).project(Projects.id(1)).build());

    assertThat(list(Clusters.query().project(Projects.id(1)))).containsExactly(1, 3);
    assertThat(
            Paging.first(
                page -> clusters().list(OWN, ClusterQuery.ofProject(Projects.id(2)), page)))
        .extracting(ClusterSummary::id)
        .containsExactly(Clusters.id(2));
    assertThat(list(Clusters.query().project(Projects.id(9)))).isEmpty();
  }

  @Test
  void tellsWhatPeopleSeeOfEach() {
    var reason = "The disk is full.";
    var stored =
        List.of(
            Clusters.aCluster(1).labels(Map.of("team", "red")).locked().build(),
            Clusters.aReadyCluster(2).build(),
            Clusters.aReadyCluster(3).state(new ClusterState.Degraded(NOW, reason)).build(),
            Clusters.aCluster(4)
                .state(new ClusterState.Failed(NOW, reason, OperationType.CREATE))
                .build());
    stored.forEach(this::insert);

    var listed = Paging.all(2, page -> clusters().list(OWN, Clusters.query().build(), page));

    assertThat(listed).isEqualTo(stored.stream().map(ClusterSummary::of).toList());
  }

  @Test
  void listsWithinTheScopeWhateverIsAskedFor() {
    insert(Clusters.aCluster(1).build());
    insert(Clusters.aCluster(2).org(Organizations.id(2)).build());
    var theirs = Clusters.query().org(Organizations.id(2));

    assertThat(list(OWN, Clusters.query())).containsExactly(1);
    assertThat(list(OWN, theirs)).isEmpty();
    assertThat(list(Scopes.of(), Clusters.query())).isEmpty();
    assertThat(list(Scopes.everything(), Clusters.query())).containsExactly(1, 2);
    assertThat(list(Scopes.everything(), theirs)).containsExactly(2);
    assertThat(list(Scopes.of(Organizations.id(1), Organizations.id(2)), Clusters.query()))
        .containsExactly(1, 2);
  }

  @Test
  void neverListsATombstone() {
    insert(Clusters.aCluster(1).build());
    insert(Clusters.aCluster(2).deletedAt(NOW).build());
    insert(document(3));
    save(Clusters.aCluster(3).deletedAt(NOW).build());

    assertThat(list(Clusters.query())).containsExactly(1);
    assertThat(list(Clusters.query().state(ClusterState.Name.DELETED))).isEmpty();
  }

  @Test
  void listsByState() {
    insert(Clusters.aCluster(1).build());
    insert(Clusters.aReadyCluster(2).build());
    insert(Clusters.aReadyCluster(3).state(new ClusterState.Degraded(NOW, "It fell.")).build());
    insert(document(4));
    save(Clusters.aReadyCluster(4).build());

    assertThat(list(Clusters.query().state(ClusterState.Name.CREATING))).containsExactly(1);
    assertThat(list(Clusters.query().state(ClusterState.Name.READY))).containsExactly(2, 4);
    assertThat(list(Clusters.query().state(ClusterState.Name.DEGRADED))).containsExactly(3);
    assertThat(list(Clusters.query().state(ClusterState.Name.FAILED))).isEmpty();
  }

  @Test
  void listsByPlanAndRegion() {
    var north = new RegionId("north");
    insert(Clusters.aCluster(1).plan("DEV").build());
    insert(Clusters.aCluster(2).plan("LARGE").region(north).build());
    insert(Clusters.aCluster(3).plan("LARGE").build());

    assertThat(list(Clusters.query().plan("LARGE"))).containsExactly(2, 3);
    assertThat(list(Clusters.query().region(north))).containsExactly(2);
    assertThat(list(Clusters.query().plan("LARGE").region(Clusters.REGION))).containsExactly(3);
    assertThat(list(Clusters.query().plan("DEV").region(north))).isEmpty();
  }

  @Test
  void listsByLabel() {
    insert(Clusters.aCluster(1).labels(Map.of("team", "red", "a.b", "1")).build());
    insert(Clusters.aCluster(2).labels(Map.of("team", "blue")).build());
    insert(Clusters.aCluster(3).labels(Map.of("other", "red", "team", "")).build());
    insert(Clusters.aCluster(4).labels(Map.of("other", "x=y")).build());

    assertThat(list(Clusters.query().label("team"))).containsExactly(1, 2, 3);
    assertThat(list(Clusters.query().label("team=red"))).containsExactly(1);
    assertThat(list(Clusters.query().label("team="))).containsExactly(3);
    assertThat(list(Clusters.query().label("a.b=1"))).containsExactly(1);
    assertThat(list(Clusters.query().label("a.b"))).containsExactly(1);
    assertThat(list(Clusters.query().label("other=x=y"))).containsExactly(4);
    assertThat(list(Clusters.query().label("tea"))).isEmpty();
    assertThat(list(Clusters.query().label("team=Red"))).isEmpty();
    assertThat(list(Clusters.query().label("$where"))).isEmpty();
  }

  @Test
  void listsByPartOfTheName() {
    insert(Clusters.aCluster(1).name("shop-production").build());
    insert(Clusters.aCluster(2).name("shop-test").build());
    insert(Clusters.aCluster(3).name("pro").build());

    assertThat(list(Clusters.query().nameContains("shop"))).containsExactly(1, 2);
    assertThat(list(Clusters.query().nameContains("pro"))).containsExactly(1, 3);
    assertThat(list(Clusters.query().nameContains("-t"))).containsExactly(2);
  }

  @Test
  void takesPartOfANameAsItStands() {
    insert(Clusters.aCluster(1).name("shop").build());

    assertThat(list(Clusters.query().nameContains("sh.p"))).isEmpty();
    assertThat(list(Clusters.query().nameContains("^shop$"))).isEmpty();
    assertThat(list(Clusters.query().nameContains("(("))).isEmpty();
    assertThat(list(Clusters.query().nameContains("\\E.*"))).isEmpty();
  }

  @Test
  void sortsByAgeAndByName() {
    insert(Clusters.aCluster(2).name("charlie").createdAt(NOW.plusSeconds(2)).build());
    insert(Clusters.aCluster(1).name("bravo-2").createdAt(NOW.plusSeconds(1)).build());
    insert(Clusters.aCluster(3).name("bravo2").createdAt(NOW.plusSeconds(3)).build());
    insert(Clusters.aCluster(4).name("alpha").createdAt(NOW.plusSeconds(4)).build());

    for (var limit = 1; limit <= 5; limit++) {
      assertThat(list(limit, Clusters.query().sort(OLDEST_FIRST))).containsExactly(1, 2, 3, 4);
      assertThat(list(limit, Clusters.query().sort(NEWEST_FIRST))).containsExactly(4, 3, 2, 1);
      assertThat(list(limit, Clusters.query().sort(BY_NAME))).containsExactly(4, 1, 3, 2);
    }
  }

  @Test
  void losesNoneOfThoseThatSortAlike() {
    IntStream.rangeClosed(1, 7)
        .forEach(number ->
            insert(Clusters.aCluster(number).name("twin").project(Projects.id(number)).build()));

    for (var sort : ClusterQuery.Sort.values()) {
      assertThat(list(2, Clusters.query().sort(sort)))
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    }
  }

  @Test
  void goesOnWhereItStoppedWhateverHappenedInBetween() {
    IntStream.of(2, 4, 6, 8).forEach(number -> insert(document(number)));
    var query = Clusters.query().build();
    var first = clusters().list(OWN, query, new PageRequest(2, Optional.empty()));

    insert(document(1));
    insert(document(5));
    save(Clusters.aCluster(4).deletedAt(NOW).build());
    var second = clusters().list(OWN, query, new PageRequest(2, first.next()));

    assertThat(second.items())
        .extracting(ClusterSummary::id)
        .containsExactly(Clusters.id(5), Clusters.id(6));
    assertThat(second.next()).isPresent();
  }

  @Test
  void countsOnlyWhatMatchesTowardsAPage() {
    insert(Clusters.aCluster(1).plan("DEV").build());
    IntStream.rangeClosed(2, 9)
        .forEach(number -> insert(Clusters.aCluster(number).plan("LARGE").build()));
    insert(Clusters.aCluster(10).plan("DEV").build());

    assertThat(list(1, Clusters.query().plan("DEV"))).containsExactly(1, 10);
  }

  private List<Integer> list(ClusterQueryBuilder query) {
    return list(OWN, query);
  }

  private List<Integer> list(Scope scope, ClusterQueryBuilder query) {
    return numbers(Paging.all(3, page -> clusters().list(scope, query.build(), page)));
  }

  private List<Integer> list(int limit, ClusterQueryBuilder query) {
    return numbers(Paging.all(limit, page -> clusters().list(OWN, query.build(), page)));
  }

  private static List<Integer> numbers(List<ClusterSummary> listed) {
    return listed.stream().map(cluster -> Clusters.numberOf(cluster.id())).toList();
  }
}

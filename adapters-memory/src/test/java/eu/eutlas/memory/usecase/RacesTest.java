package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.Race;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Two requests at once: the second comes whole, and is worked off, between any two calls that the
 * first makes outside.
 */
final class RacesTest {
  @TestFactory
  Stream<DynamicTest> ofClusterCreationAndProjectDeletionOneIsRefused() {
    return atEveryPoint(
        Scene::set, RacesTest::createCluster, RacesTest::deleteProject, RacesTest::oneIsRefused);
  }

  @TestFactory
  Stream<DynamicTest> ofProjectDeletionAndClusterCreationOneIsRefused() {
    return atEveryPoint(
        Scene::set, RacesTest::deleteProject, RacesTest::createCluster, RacesTest::oneIsRefused);
  }

  @TestFactory
  Stream<DynamicTest> ofTwoClustersWithTheSameNameOneWins() {
    return atEveryPoint(
        Scene::set,
        RacesTest::createCluster,
        RacesTest::createCluster,
        (scene, outcomes) -> {
          oneIsRefused(scene, outcomes);
          assertThat(codes(outcomes)).containsExactly(RefusalCode.CLUSTER_NAME_TAKEN);
          assertThat(scene.verdict().living()).hasSize(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> ofTwoProjectsWithTheSameNameOneWins() {
    return atEveryPoint(
        () -> {
          var scene = Scene.set();
          deleteProject(scene).orElseThrow();
          scene.trial().settle();
          return scene;
        },
        RacesTest::createProject,
        RacesTest::createProject,
        (scene, outcomes) -> {
          oneIsRefused(scene, outcomes);
          assertThat(codes(outcomes)).containsExactly(RefusalCode.PROJECT_NAME_TAKEN);
          assertThat(scene.verdict().projects()).hasSize(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> theSameRequestTwiceAtOnceIsOneCluster() {
    return atEveryPoint(
        Scene::set,
        RacesTest::createUnderOneKey,
        RacesTest::createUnderOneKey,
        (scene, outcomes) -> {
          assertThat(codes(outcomes)).isEmpty();
          assertThat(scene.verdict().clusters()).hasSize(1);
          assertThat(scene.verdict().living())
              .allMatch(cluster -> cluster.state().name() == ClusterState.Name.READY);
        });
  }

  @TestFactory
  Stream<DynamicTest> ofTwoDeletionsOneWins() {
    return atEveryPoint(
        () -> {
          var scene = Scene.set();
          scene.readyCluster();
          return scene;
        },
        RacesTest::deleteCluster,
        RacesTest::deleteCluster,
        (scene, outcomes) -> {
          assertThat(codes(outcomes))
              .hasSize(1)
              .containsAnyOf(RefusalCode.ALREADY_DELETING, RefusalCode.NOT_FOUND);
          assertThat(scene.verdict().living()).isEmpty();
        });
  }

  @Test
  void ofManyThreadsThatWantTheSameNameOneWins() {
    var scene = Scene.set();

    var outcomes = Race.<Outcome<?>>run(8, runner -> createCluster(scene));

    scene.trial().settle();
    assertThat(codes(outcomes)).hasSize(7).containsOnly(RefusalCode.CLUSTER_NAME_TAKEN);
    scene.verdict().holds();
    assertThat(scene.verdict().living()).hasSize(1);
  }

  private static Outcome<?> createCluster(Scene scene) {
    return scene.trial().create(scene.owner(), Trial.order(scene.project().id()));
  }

  private static Outcome<?> createUnderOneKey(Scene scene) {
    var order = Trial.order(scene.project().id(), Optional.of(Origins.of(1)));
    return scene.trial().create(scene.owner(), order);
  }

  private static Outcome<?> deleteProject(Scene scene) {
    return scene.trial().deleteProject(scene.owner(), scene.project());
  }

  private static Outcome<?> createProject(Scene scene) {
    return scene.trial().createProject(scene.owner(), scene.project().orgId(), Optional.empty());
  }

  private static Outcome<?> deleteCluster(Scene scene) {
    return scene.trial().delete(scene.owner(), scene.verdict().clusters().getFirst());
  }

  private static void oneIsRefused(Scene scene, List<Outcome<?>> outcomes) {
    assertThat(codes(outcomes)).hasSize(1);
    if (scene.verdict().projects().isEmpty()) {
      assertThat(scene.verdict().living()).isEmpty();
    }
  }

  private static List<RefusalCode> codes(List<Outcome<?>> outcomes) {
    return outcomes.stream()
        .flatMap(outcome -> Trial.refusal(outcome).stream())
        .map(refusal -> refusal.code())
        .toList();
  }

  private static Stream<DynamicTest> atEveryPoint(
      Supplier<Scene> given,
      Function<Scene, Outcome<?>> first,
      Function<Scene, Outcome<?>> second,
      BiConsumer<Scene, List<Outcome<?>>> then) {
    var counted = Incident.none();
    var unused = first.apply(given.get().through(counted));
    return IntStream.rangeClosed(1, counted.calls().size())
        .mapToObj(number ->
            DynamicTest.dynamicTest(
                "before call " + number + " " + counted.calls().get(number - 1),
                () -> race(given.get(), number, first, second, then)));
  }

  private static void race(
      Scene scene,
      int number,
      Function<Scene, Outcome<?>> first,
      Function<Scene, Outcome<?>> second,
      BiConsumer<Scene, List<Outcome<?>>> then) {
    var other = scene.on(scene.trial().secondNode());
    var answered = new AtomicReference<Outcome<?>>();
    var here =
        scene.through(
            Incident.meanwhile(
                number,
                () -> {
                  answered.set(second.apply(other));
                  other.trial().rest();
                }));

    var outcome = first.apply(here);

    here.trial().settle();
    scene.verdict().holds();
    then.accept(scene, List.of(outcome, answered.get()));
  }
}

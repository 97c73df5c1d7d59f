package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Created;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same request, asked again. */
final class IdempotencyTest {
  private final Scene scene = Scene.set();

  @Test
  void theSameKeyAndBodyGiveTheSameClusterAsItIsNow() {
    var first = create(origin()).orElseThrow();
    scene.trial().settle();

    var again = create(origin()).orElseThrow();

    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.value().id()).isEqualTo(first.value().id());
    assertThat(again.value().state().name()).isEqualTo(ClusterState.Name.READY);
    assertThat(scene.verdict().clusters()).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    create(origin());

    var other = create(otherBody());

    assertThat(Trial.refusalOf(other)).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void withoutAKeyTheNameDecides() {
    scene.order();

    var again = scene.trial().create(scene.owner(), Trial.order(scene.project().id()));

    assertThat(Trial.refusalOf(again)).isEqualTo(RefusalCode.CLUSTER_NAME_TAKEN);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    create(origin());
    scene.site().clock().set(PinnedClock.START.plus(Duration.ofHours(24)).plusMillis(1));
    scene.trial().forget();

    var again = create(origin());

    assertThat(Trial.refusalOf(again)).isEqualTo(RefusalCode.CLUSTER_NAME_TAKEN);
  }

  @Test
  void aProjectsKeyIsForgottenAfterADay() {
    scene.trial().deleteProject(scene.owner(), scene.project()).orElseThrow();
    scene.trial().settle();
    var org = scene.project().orgId();
    scene.trial().createProject(scene.owner(), org, Optional.of(origin())).orElseThrow();
    scene.site().clock().move(Duration.ofHours(25));
    scene.trial().forget();

    var again = scene.trial().createProject(scene.owner(), org, Optional.of(origin()));

    assertThat(Trial.refusalOf(again)).isEqualTo(RefusalCode.PROJECT_NAME_TAKEN);
  }

  @Test
  void aKeyIsRememberedForADay() {
    create(origin());
    scene.site().clock().set(PinnedClock.START.plus(Duration.ofHours(24)));
    scene.trial().forget();

    assertThat(create(origin()).orElseThrow().replayed()).isTrue();
  }

  @Test
  void whatWasDeletedSinceIsNotFoundAndNotCreatedAgain() {
    var created = create(origin()).orElseThrow().value();
    scene.trial().settle();
    scene.trial().delete(scene.owner(), created).orElseThrow();
    scene.trial().settle();

    assertThat(Trial.refusalOf(create(origin()))).isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(Trial.refusalOf(create(otherBody()))).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    assertThat(scene.verdict().living()).isEmpty();
  }

  @Test
  void aProjectThatIsBeingDeletedIsNotFoundEither() {
    var org = scene.project().orgId();
    scene.trial().deleteProject(scene.owner(), scene.project()).orElseThrow();
    scene.trial().settle();
    var made = scene.trial().createProject(scene.owner(), org, Optional.of(origin())).orElseThrow();
    scene.trial().rest();
    scene.trial().deleteProject(scene.owner(), made.value()).orElseThrow();

    var again = scene.trial().createProject(scene.owner(), org, Optional.of(origin()));

    assertThat(Trial.refusalOf(again)).isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void anOrganizationIsFoundedOnce() {
    var first = found(origin()).orElseThrow();
    var again = found(origin()).orElseThrow();

    assertThat(again.replayed()).isTrue();
    assertThat(again.value()).isEqualTo(first.value());
    assertThat(Trial.refusalOf(found(otherBody()))).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void aProjectIsCreatedOnce() {
    scene.trial().deleteProject(scene.owner(), scene.project()).orElseThrow();
    scene.trial().rest();
    var org = scene.project().orgId();

    var first =
        scene.trial().createProject(scene.owner(), org, Optional.of(origin())).orElseThrow();
    var again =
        scene.trial().createProject(scene.owner(), org, Optional.of(origin())).orElseThrow();
    var other = scene.trial().createProject(scene.owner(), org, Optional.of(otherBody()));

    assertThat(again.replayed()).isTrue();
    assertThat(again.value().id()).isEqualTo(first.value().id());
    assertThat(Trial.refusalOf(other)).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
    scene.trial().settle();
    scene.verdict().holds();
  }

  @TestFactory
  Stream<DynamicTest> aRequestThatFailedAnywhereContinuesUnderTheSameKey() {
    var counted = Incident.none();
    create(Scene.set().through(counted), origin());
    return Mishap.ofEach(counted.calls(), IdempotencyTest::continues);
  }

  private static void continues(Incident incident) {
    var scene = Scene.set();
    Mishap.endure(() -> create(scene.through(incident), origin()));

    var again = create(scene.on(scene.trial().restarted()), origin());

    assertThat(again).isInstanceOf(Outcome.Done.class);
    scene.trial().restarted().settle();
    scene.verdict().holds();
    assertThat(scene.verdict().living()).hasSize(1);
    assertThat(scene.verdict().clusters()).hasSize(1);
  }

  @Test
  void aRequestThatStalledUntilItsPlaceWasGivenUpCanBeAskedAgain() {
    var stalled =
        create(
            scene.through(Incident.meanwhile("ClusterRepository.insert", 1, this::aMinute)),
            origin());
    assertThat(Trial.refusalOf(stalled)).isEqualTo(RefusalCode.BUSY);
    scene.trial().settle();

    var again = create(origin()).orElseThrow();

    scene.trial().settle();
    assertThat(again.replayed()).isFalse();
    assertThat(scene.state(again.value())).isEqualTo(ClusterState.Name.READY);
    scene.verdict().holds();
  }

  @Test
  void aProjectThatStalledUntilItsPlaceWasGivenUpWasNeverToBe() {
    scene.trial().deleteProject(scene.owner(), scene.project()).orElseThrow();
    scene.trial().settle();
    var org = scene.project().orgId();
    var slow = scene.through(Incident.meanwhile("ProjectRepository.insert", 1, this::aMinute));

    var stalled = slow.trial().createProject(scene.owner(), org, Optional.of(origin()));
    slow.trial().settle();

    assertThat(Trial.refusalOf(stalled)).isEqualTo(RefusalCode.BUSY);
    scene.verdict().holds();
    var again = scene.trial().createProject(scene.owner(), org, Optional.of(origin()));
    scene.trial().settle();
    assertThat(again.orElseThrow().replayed()).isFalse();
    assertThat(scene.verdict().projects()).hasSize(1);
    scene.verdict().holds();
  }

  private void aMinute() {
    scene.site().clock().move(Duration.ofSeconds(61));
    scene.trial().secondNode().eutlas().sweepOnce();
  }

  private Outcome<Created<Cluster>> create(OriginKey origin) {
    return create(scene, origin);
  }

  private static Outcome<Created<Cluster>> create(Scene scene, OriginKey origin) {
    CreateCluster.Command order = Trial.order(scene.project().id(), Optional.of(origin));
    return scene.trial().create(scene.owner(), order);
  }

  private Outcome<Created<Organization>> found(OriginKey origin) {
    var command = new CreateOrganization.Command(new OrgName("Second"), Optional.of(origin));
    return scene.trial().eutlas().organizations().create().handle(scene.owner(), command);
  }

  private static OriginKey origin() {
    return Origins.at(1, PinnedClock.START);
  }

  private static OriginKey otherBody() {
    return new OriginKey(origin().keyHash(), "another body", PinnedClock.START);
  }
}

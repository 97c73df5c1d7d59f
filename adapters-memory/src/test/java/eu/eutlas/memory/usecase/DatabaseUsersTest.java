package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.application.cluster.DatabaseUsers.Ordered;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserSeen;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.testkit.Origins;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The users that people order for their databases. */
final class DatabaseUsersTest {
  private static final Username REPORTER = new Username("reporter");
  private static final Secret PASSWORD = UserOrders.PASSWORD.secret();
  private static final Secret OTHER = new Secret("a-lamp-in-no-window");

  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Verdict verdict = scene.verdict();
  private final Cluster cluster = scene.readyCluster();

  @Test
  void isDoneWhenALoginProvesIt() {
    var ordered = create().orElseThrow();

    assertThat(ordered.operation()).isPresent();
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.UPDATING);
    trial.settle();
    assertThat(lets(PASSWORD)).isTrue();
    assertThat(seen().roles()).containsExactly("readWrite@shop");
    assertThat(users().list(scene.owner(), Trial.address(cluster)).orElseThrow())
        .extracting(view -> view.user().username(), DatabaseUsers.View::operation)
        .containsExactly(tuple("reporter", Optional.empty()));
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_USER_CREATION_REQUESTED, EventType.CLUSTER_USER_CREATED);
    verdict.holds();
  }

  @Test
  void theCustomersLoginIsNotTouched() {
    var before = scene.usernames(cluster);

    create().orElseThrow();
    trial.settle();

    assertThat(before).containsExactlyInAnyOrder("eutlas", "admin");
    assertThat(scene.usernames(cluster)).containsExactlyInAnyOrder("eutlas", "admin", "reporter");
  }

  @Test
  void whoCannotLogInIsNotThereYet() {
    trial.site().region().serving(cluster.id(), false);

    create().orElseThrow();
    trial.pass(Duration.ofMinutes(14));

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.UPDATING);
    trial.pass(Duration.ofMinutes(2));
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.FAILED);
    trial.site().region().serving(cluster.id(), true);
    retry();
    trial.settle();
    assertThat(lets(PASSWORD)).isTrue();
    verdict.holds();
  }

  @Test
  void anotherPasswordAndOtherRolesAreProvedAndOnlyThey() {
    create().orElseThrow();
    trial.settle();

    update(Optional.of(OTHER), Optional.empty()).orElseThrow();
    trial.settle();
    assertThat(lets(PASSWORD)).isFalse();
    assertThat(lets(OTHER)).isTrue();
    assertThat(seen().roles()).containsExactly("readWrite@shop");

    update(Optional.empty(), Optional.of(Set.of(reads()))).orElseThrow();
    trial.settle();
    assertThat(lets(OTHER)).isTrue();
    assertThat(seen().roles()).containsExactly("read@shop");
    verdict.holds();
  }

  @Test
  void whatChangesNothingIsRefused() {
    create().orElseThrow();
    trial.settle();

    assertThat(Trial.refusalOf(update(Optional.empty(), Optional.of(UserOrders.READS_AND_WRITES))))
        .isEqualTo(RefusalCode.DATABASE_USER_UNCHANGED);
    assertThat(Trial.refusalOf(update(Optional.empty(), Optional.empty())))
        .isEqualTo(RefusalCode.DATABASE_USER_UNCHANGED);
    assertThat(Trial.refusalOf(create())).isEqualTo(RefusalCode.DATABASE_USER_EXISTS);
  }

  @Test
  void whoIsDeletedIsGoneAndLetInNoMore() {
    create().orElseThrow();
    trial.settle();

    delete().orElseThrow();
    trial.settle();

    assertThat(lets(PASSWORD)).isFalse();
    assertThat(scene.usernames(cluster)).containsExactlyInAnyOrder("eutlas", "admin");
    assertThat(Trial.refusalOf(users().read(scene.owner(), Trial.address(cluster), REPORTER)))
        .isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(Trial.refusalOf(delete())).isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_USER_DELETION_REQUESTED, EventType.CLUSTER_USER_DELETED);
    verdict.holds();
  }

  @Test
  void comesBackWithServersThatVanished() {
    create().orElseThrow();
    trial.settle();

    trial.site().region().vanish(cluster.id());
    trial.settle();

    assertThat(lets(PASSWORD)).isTrue();
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "admin2", "eutlas", "Admin", "__system", "clusterAdmin"})
  void namesThatAreKeptAreRefused(String name) {
    assertThat(Trial.refusalOf(UserOrders.create(trial, scene.owner(), cluster, name)))
        .isEqualTo(RefusalCode.RESERVED_USERNAME);
  }

  @Test
  void theSameRequestAgainGivesWhatIsThereNow() {
    var origin = Origins.of(7);
    create(origin).orElseThrow();
    trial.settle();

    var again = create(origin).orElseThrow();

    assertThat(again.replayed()).isTrue();
    assertThat(again.operation()).isEmpty();
    var otherBody = new OriginKey(origin.keyHash(), "another", origin.at());
    assertThat(Trial.refusalOf(create(otherBody))).isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void theSameRequestAgainDoesNotBringBackWhatWasDeleted() {
    var origin = Origins.of(7);
    create(origin).orElseThrow();
    trial.settle();
    delete().orElseThrow();
    trial.settle();

    assertThat(Trial.refusalOf(create(origin))).isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void aPasswordThatWasMadeIsShownOnce() {
    var origin = Origins.of(7);
    var ordered = generate(origin).orElseThrow();
    trial.settle();

    assertThat(lets(ordered.generated().orElseThrow())).isTrue();
    assertThat(Trial.refusalOf(generate(origin))).isEqualTo(RefusalCode.ALREADY_CREATED);
  }

  private DatabaseUsers users() {
    return trial.eutlas().clusters().databaseUsers();
  }

  private Outcome<Ordered> create() {
    return UserOrders.create(trial, scene.owner(), cluster, REPORTER.value());
  }

  private Outcome<Ordered> create(OriginKey origin) {
    return UserOrders.create(trial, scene.owner(), cluster, REPORTER.value(), Optional.of(origin));
  }

  private Outcome<Ordered> generate(OriginKey origin) {
    return users()
        .create(
            scene.owner(),
            new DatabaseUsers.Create(
                Trial.address(cluster),
                REPORTER,
                Optional.empty(),
                UserOrders.READS_AND_WRITES,
                Optional.of(origin)));
  }

  private Outcome<Ordered> update(Optional<Secret> password, Optional<Set<RoleGrant>> roles) {
    return users()
        .update(
            scene.owner(),
            new DatabaseUsers.Update(
                Trial.address(cluster),
                REPORTER,
                password.map(DatabasePassword::new),
                roles,
                Optional.empty()));
  }

  private Outcome<Ordered> delete() {
    return users()
        .delete(
            scene.owner(),
            new DatabaseUsers.Delete(Trial.address(cluster), REPORTER, Optional.empty()));
  }

  private void retry() {
    var failed = trial.stored(cluster.id()).status().operation().orElseThrow().id();
    trial.eutlas().operations().retry().handle(scene.owner(), failed).orElseThrow();
  }

  private static RoleGrant reads() {
    return new RoleGrant(DatabaseRole.READ, new DatabaseName("shop"));
  }

  private boolean lets(Secret password) {
    var endpoint = trial.stored(cluster.id()).status().endpoint().orElseThrow();
    return trial
        .site()
        .databases()
        .authenticate(endpoint, new Login(REPORTER.value(), password))
        .equals(new LoginTrial.Proved());
  }

  private UserSeen seen() {
    return trial
        .site()
        .databases()
        .seen(trial.stored(cluster.id()).status().endpoint().orElseThrow())
        .stream()
        .filter(user -> user.username().equals(REPORTER.value()))
        .findFirst()
        .orElseThrow();
  }
}

package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.cluster.TenantDatabase.User;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else changes users on the servers, and EUTLAS finds out without being asked. */
final class UserDriftTest {
  private static final Duration RESYNC = Duration.ofSeconds(35);
  private static final String REPORTER = "reporter";
  private static final RoleGrant EVERYTHING =
      new RoleGrant(DatabaseRole.READ_WRITE_ANY_DATABASE, new DatabaseName("admin"));

  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Verdict verdict = scene.verdict();
  private final Cluster cluster = scene.readyCluster();
  private final MemoryTenantDatabase databases = trial.site().databases();
  private final Endpoint endpoint = trial.stored(cluster.id()).status().endpoint().orElseThrow();

  @BeforeEach
  void order() {
    UserOrders.create(trial, scene.owner(), cluster, REPORTER).orElseThrow();
    trial.settle();
  }

  @Test
  void aUserThatWasDroppedComesBack() {
    databases.drop(endpoint, REPORTER);

    trial.pass(RESYNC);

    assertThat(lets(REPORTER, UserOrders.PASSWORD.secret())).isTrue();
    isTold("A database user does not exist, or has another password or other roles: reporter.");
  }

  @Test
  void rolesThatWereGivenAreTakenAway() {
    add(REPORTER, UserOrders.PASSWORD.secret(), Set.of(EVERYTHING));

    trial.pass(RESYNC);

    assertThat(databases.seen(endpoint))
        .filteredOn(user -> user.username().equals(REPORTER))
        .allSatisfy(user -> assertThat(user.roles()).containsExactly("readWrite@shop"));
    isTold("A database user does not exist, or has another password or other roles: reporter.");
  }

  @Test
  void anotherPasswordDoesNotLast() {
    var stolen = new Secret("a-password-of-somebody-else");
    add(REPORTER, stolen, UserOrders.READS_AND_WRITES);

    trial.pass(RESYNC);

    assertThat(lets(REPORTER, stolen)).isFalse();
    assertThat(lets(REPORTER, UserOrders.PASSWORD.secret())).isTrue();
    isTold("A database user does not exist, or has another password or other roles: reporter.");
  }

  @Test
  void aUserThatNobodyOrderedIsDropped() {
    add("intruder", new Secret("a-password-of-somebody-else"), Set.of(EVERYTHING));

    trial.pass(RESYNC);

    assertThat(scene.usernames(cluster)).containsExactlyInAnyOrder("eutlas", "admin", REPORTER);
    isTold("It has a database user that is not wanted: intruder.");
  }

  @Test
  void aUserOfTheServersOwnIsLeftAlone() {
    add("clusterMonitor", new Secret("a-password-of-the-operator"), Set.of(EVERYTHING));

    trial.pass(RESYNC);

    assertThat(scene.usernames(cluster)).contains("clusterMonitor");
    assertThat(verdict.toldOf(cluster.id())).doesNotContain(EventType.CLUSTER_DEGRADED);
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    verdict.holds();
  }

  private void isTold(String reason) {
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_DEGRADED, EventType.CLUSTER_RECOVERED);
    assertThat(verdict.log())
        .extracting(logged -> logged.event())
        .filteredOn(event -> event.type() == EventType.CLUSTER_DEGRADED)
        .extracting(Event::message)
        .containsExactly("Cluster shop-db does not show what is wanted: " + reason);
    verdict.holds();
  }

  private void add(String username, Secret password, Set<RoleGrant> roles) {
    databases.put(endpoint, new User(new Login(username, password), roles));
  }

  private boolean lets(String username, Secret password) {
    return databases
        .authenticate(endpoint, new Login(username, password))
        .equals(new LoginTrial.Proved());
  }
}

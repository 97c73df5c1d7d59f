package eu.eutlas.memory.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.cluster.TenantDatabase.User;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Failing;
import eu.eutlas.domain.cluster.ClusterObservation.Leaving;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.domain.cluster.ClusterObservation.Starting;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.testkit.cluster.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can befall the servers of the model, and what its databases make of it. */
final class MemoryRegionTest {
  private static final ClusterId ID = Clusters.id(1);
  private static final Login ADMIN = new Login("eutlas-admin", new Secret("admin-password"));
  private static final Login CUSTOMER = new Login("eutlas", new Secret("customer-password"));
  private static final Order ORDER =
      new Order(
          ID,
          1,
          new Resources(500, 1024, 5, 1),
          new MongoVersion("7.0"),
          ADMIN.username(),
          ADMIN.password());

  private final MemoryTenantDatabase databases = new MemoryTenantDatabase();
  private final MemoryDataPlane plane =
      new MemoryDataPlane(Clusters.REGION, databases, Runnable::run);

  @Test
  void bringsServersUpAndServesTheirDatabaseAtOnce() {
    plane.provision(ORDER);

    var endpoint = ((Running) plane.observe(ID)).endpoint();
    assertThat(databases.tryLogin(endpoint, ADMIN)).isEqualTo(new LoginTrial.Proved());
    assertThat(databases.tryLogin(endpoint, CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void whatIsUnderWayArrivesWhenToldSo() {
    plane.takes(Integer.MAX_VALUE);
    plane.provision(ORDER);
    assertThat(plane.observe(ID)).isInstanceOf(Starting.class);
    plane.arrive(ID);
    assertThat(plane.observe(ID)).isInstanceOf(Running.class);
    plane.arrive(ID);
    assertThat(plane.observe(ID)).isInstanceOf(Running.class);

    plane.deprovision(ID);
    assertThat(plane.observe(ID)).isInstanceOf(Leaving.class);
    plane.arrive(ID);
    assertThat(plane.observe(ID)).isInstanceOf(Absent.class);
  }

  @Test
  void takesAsManyObservationsAsItWasTold() {
    plane.takes(2);
    plane.provision(ORDER);

    assertThat(plane.observe(ID)).isInstanceOf(Starting.class);
    assertThat(plane.observe(ID)).isInstanceOf(Starting.class);
    assertThat(plane.observe(ID)).isInstanceOf(Running.class);

    plane.deprovision(ID);
    assertThat(plane.observe(ID)).isInstanceOf(Leaving.class);
    assertThat(plane.observe(ID)).isInstanceOf(Leaving.class);
    assertThat(plane.observe(ID)).isInstanceOf(Absent.class);
  }

  @Test
  void losesTheDataOfServersThatVanish() {
    plane.provision(ORDER);
    var endpoint = ((Running) plane.observe(ID)).endpoint();
    ensureCustomer(endpoint);

    plane.vanish(ID);

    assertThat(plane.observe(ID)).isInstanceOf(Absent.class);
    assertThat(databases.tryLogin(endpoint, CUSTOMER)).isInstanceOf(LoginTrial.NotYet.class);
    plane.provision(ORDER);
    assertThat(databases.tryLogin(endpoint, CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void keepsTheDataOfServersThatFailAndAreMended() {
    plane.provision(ORDER);
    var endpoint = ((Running) plane.observe(ID)).endpoint();
    ensureCustomer(endpoint);

    plane.fail(ID, "A disk is full.");
    assertThat(plane.observe(ID)).isEqualTo(new Failing(1, "A disk is full."));

    plane.mend(ID);
    assertThat(plane.observe(ID)).isInstanceOf(Running.class);
    assertThat(databases.tryLogin(endpoint, CUSTOMER)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void keepsServersRunningThatNobodyCanLogInTo() {
    plane.provision(ORDER);
    var endpoint = ((Running) plane.observe(ID)).endpoint();

    plane.serving(ID, false);
    assertThat(plane.observe(ID)).isInstanceOf(Running.class);
    assertThat(databases.tryLogin(endpoint, ADMIN)).isInstanceOf(LoginTrial.NotYet.class);

    plane.serving(ID, true);
    assertThat(databases.tryLogin(endpoint, ADMIN)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void answersNothingWhileItIsUnreachable() {
    plane.provision(ORDER);
    plane.reachable(false);

    assertThatThrownBy(() -> plane.observe(ID)).isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> plane.observeAll(Optional.empty(), 1))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> plane.provision(ORDER)).isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> plane.deprovision(ID)).isInstanceOf(PortFailure.Unavailable.class);

    plane.reachable(true);
    assertThat(plane.observe(ID)).isInstanceOf(Running.class);
  }

  @Test
  void refusesOrdersForGood() {
    plane.accepting(false);

    assertThatThrownBy(() -> plane.provision(ORDER)).isInstanceOf(PortFailure.Rejected.class);
    assertThat(plane.observe(ID)).isInstanceOf(Absent.class);
  }

  @Test
  void tellsWhoeverWatchesOfEachChangeAndOfNothingElse() {
    var told = new ArrayList<ClusterId>();
    var watch = plane.watch(told::add);

    plane.provision(ORDER);
    plane.provision(ORDER);
    plane.observe(ID);
    plane.fail(ID, "It fell.");
    plane.mend(ID);
    plane.deprovision(ID);
    assertThat(told).isEqualTo(List.of(ID, ID, ID, ID));

    watch.close();
    plane.provision(ORDER);
    assertThat(told).hasSize(4);
  }

  @Test
  void tellsNothingAnyMoreToAWatchThatWasClosedMeanwhile() {
    var told = new ArrayList<ClusterId>();
    var later = new ArrayList<Runnable>();
    var region = new MemoryDataPlane(Clusters.REGION, databases, later::add);
    var watch = region.watch(told::add);
    region.provision(ORDER);

    watch.close();
    later.forEach(Runnable::run);

    assertThat(later).hasSize(1);
    assertThat(told).isEmpty();
  }

  @Test
  void letsAListenerAskBack() {
    var seen = new ArrayList<Object>();
    try (var watch = plane.watch(id -> seen.add(plane.observe(id)))) {
      plane.provision(ORDER);

      assertThat(seen).hasSize(1).first().isInstanceOf(Running.class);
      assertThat(watch).isNotNull();
    }
  }

  private void ensureCustomer(Endpoint endpoint) {
    var everywhere = new RoleGrant(DatabaseRole.READ_WRITE_ANY_DATABASE, new DatabaseName("admin"));
    databases.ensureUsers(
        endpoint, ADMIN, List.of(new User(CUSTOMER, Set.of(everywhere))), Set.of());
  }
}

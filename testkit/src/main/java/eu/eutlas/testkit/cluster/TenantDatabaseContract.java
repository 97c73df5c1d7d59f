package eu.eutlas.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.cluster.TenantDatabase.User;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserSeen;
import eu.eutlas.testkit.Race;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TenantDatabase} holds to. */
public abstract class TenantDatabaseContract {
  private static final int CALLERS = 8;
  private static final Login CUSTOMER = login("eutlas", "aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI");
  private static final Login CHANGED = login("eutlas", "Zz3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI");

  private static final RoleGrant READS = new RoleGrant(DatabaseRole.READ, new DatabaseName("shop"));
  private static final RoleGrant EVERYWHERE =
      new RoleGrant(DatabaseRole.READ_WRITE_ANY_DATABASE, new DatabaseName("admin"));

  private TenantDatabase database;
  private Server server;

  protected abstract TenantDatabase database();

  /** A server that serves, on which there is no user but its administrator. */
  protected abstract Server server();

  /** A place where nobody answers. */
  protected abstract Endpoint nowhere();

  @BeforeEach
  void begin() {
    server = server();
    database = database();
  }

  @Test
  void provesALoginThatWorks() {
    assertThat(trial(server.admin())).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void tellsALoginThatIsRefused() {
    var wrong = login(server.admin().username(), CUSTOMER.password().reveal());

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Refused());
    assertThat(trial(wrong)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void tellsThatNobodyServesYet() {
    assertThat(database.tryLogin(nowhere(), CUSTOMER)).isInstanceOf(LoginTrial.NotYet.class);
  }

  @Test
  void makesALogin() {
    ensure(CUSTOMER);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
    assertThat(trial(CHANGED)).isEqualTo(new LoginTrial.Refused());
    assertThat(trial(server.admin())).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void makesALoginAgainWithoutEffect() {
    ensure(CUSTOMER);

    ensure(CUSTOMER);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void givesALoginAnotherPassword() {
    ensure(CUSTOMER);

    ensure(CHANGED);

    assertThat(trial(CHANGED)).isEqualTo(new LoginTrial.Proved());
    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void makesManyLogins() {
    var second = login("second", CHANGED.password().reveal());
    ensure(CUSTOMER);

    ensure(second);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
    assertThat(trial(second)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void makesALoginForManyAtOnce() {
    Race.run(
        CALLERS,
        caller -> {
          ensure(CUSTOMER);
          return caller;
        });

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void tellsThatALoginCouldNotBeMadeNow() {
    assertThatThrownBy(() ->
            database.ensureUsers(nowhere(), server.admin(), List.of(user(CUSTOMER)), Set.of()))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageNotContaining(CUSTOMER.password().reveal());
  }

  @Test
  void makesNoLoginForWhoIsNotTheAdministrator() {
    var wrong = login(server.admin().username(), CHANGED.password().reveal());

    assertThatThrownBy(
            () -> database.ensureUsers(server.endpoint(), wrong, List.of(user(CUSTOMER)), Set.of()))
        .isInstanceOf(PortFailure.class);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void letsInWhoMayNotWrite() {
    ensure(new User(CUSTOMER, Set.of(READS)));

    assertThat(database.authenticate(server.endpoint(), CUSTOMER))
        .isEqualTo(new LoginTrial.Proved());
    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void refusesWhoIsNotThereOrHasAnotherPassword() {
    assertThat(database.authenticate(server.endpoint(), CUSTOMER))
        .isEqualTo(new LoginTrial.Refused());
    ensure(CUSTOMER);

    assertThat(database.authenticate(server.endpoint(), CHANGED))
        .isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void tellsThatNobodyLetsInYet() {
    assertThat(database.authenticate(nowhere(), CUSTOMER)).isInstanceOf(LoginTrial.NotYet.class);
  }

  @Test
  void listsUsersWithTheirRoles() {
    ensure(new User(CUSTOMER, Set.of(READS, EVERYWHERE)));

    assertThat(database.users(server.endpoint(), server.admin()))
        .extracting(UserSeen::username)
        .containsExactlyInAnyOrder(server.admin().username(), CUSTOMER.username());
    assertThat(database.users(server.endpoint(), server.admin()))
        .contains(
            new UserSeen(CUSTOMER.username(), Set.of("read@shop", "readWriteAnyDatabase@admin")));
  }

  @Test
  void listsUsersForTheAdministratorOnly() {
    var wrong = login(server.admin().username(), CHANGED.password().reveal());

    assertThatThrownBy(() -> database.users(server.endpoint(), wrong))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> database.users(nowhere(), server.admin()))
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  @Test
  void takesRolesAway() {
    ensure(new User(CUSTOMER, Set.of(READS, EVERYWHERE)));

    ensure(new User(CUSTOMER, Set.of(READS)));

    assertThat(database.users(server.endpoint(), server.admin()))
        .contains(new UserSeen(CUSTOMER.username(), Set.of("read@shop")));
    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void dropsWhoIsNotWantedAndNobodyElse() {
    var second = login("second", CHANGED.password().reveal());
    ensure(CUSTOMER);
    ensure(second);

    drop(second.username());
    drop(second.username());

    assertThat(database.authenticate(server.endpoint(), second))
        .isEqualTo(new LoginTrial.Refused());
    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
    assertThat(trial(server.admin())).isEqualTo(new LoginTrial.Proved());
  }

  private void ensure(Login login) {
    ensure(user(login));
  }

  private void ensure(User user) {
    database.ensureUsers(server.endpoint(), server.admin(), List.of(user), Set.of());
  }

  private void drop(String username) {
    database.ensureUsers(server.endpoint(), server.admin(), List.of(), Set.of(username));
  }

  private static User user(Login login) {
    return new User(login, Set.of(EVERYWHERE));
  }

  private LoginTrial trial(Login login) {
    return database.tryLogin(server.endpoint(), login);
  }

  private static Login login(String username, String password) {
    return new Login(username, new Secret(password));
  }

  /** A running server and its administrator. */
  public record Server(Endpoint endpoint, Login admin) {}
}

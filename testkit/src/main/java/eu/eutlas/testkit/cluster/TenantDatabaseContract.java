package eu.eutlas.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.testkit.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TenantDatabase} holds to. */
public abstract class TenantDatabaseContract {
  private static final int CALLERS = 8;
  private static final Login CUSTOMER = login("eutlas", "aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI");
  private static final Login CHANGED = login("eutlas", "Zz3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI");

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
    database.ensureLogin(server.endpoint(), server.admin(), CUSTOMER);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
    assertThat(trial(CHANGED)).isEqualTo(new LoginTrial.Refused());
    assertThat(trial(server.admin())).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void makesALoginAgainWithoutEffect() {
    database.ensureLogin(server.endpoint(), server.admin(), CUSTOMER);

    database.ensureLogin(server.endpoint(), server.admin(), CUSTOMER);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void givesALoginAnotherPassword() {
    database.ensureLogin(server.endpoint(), server.admin(), CUSTOMER);

    database.ensureLogin(server.endpoint(), server.admin(), CHANGED);

    assertThat(trial(CHANGED)).isEqualTo(new LoginTrial.Proved());
    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void makesManyLogins() {
    var second = login("second", CHANGED.password().reveal());
    database.ensureLogin(server.endpoint(), server.admin(), CUSTOMER);

    database.ensureLogin(server.endpoint(), server.admin(), second);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
    assertThat(trial(second)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void makesALoginForManyAtOnce() {
    Race.run(
        CALLERS,
        caller -> {
          database.ensureLogin(server.endpoint(), server.admin(), CUSTOMER);
          return caller;
        });

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void tellsThatALoginCouldNotBeMadeNow() {
    assertThatThrownBy(() -> database.ensureLogin(nowhere(), server.admin(), CUSTOMER))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageNotContaining(CUSTOMER.password().reveal());
  }

  @Test
  void makesNoLoginForWhoIsNotTheAdministrator() {
    var wrong = login(server.admin().username(), CHANGED.password().reveal());

    assertThatThrownBy(() -> database.ensureLogin(server.endpoint(), wrong, CUSTOMER))
        .isInstanceOf(PortFailure.class);

    assertThat(trial(CUSTOMER)).isEqualTo(new LoginTrial.Refused());
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

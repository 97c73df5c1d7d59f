package eu.eutlas.tenant;

import static eu.eutlas.tenant.CustomerServer.ADMIN;
import static eu.eutlas.tenant.CustomerServer.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.cluster.TenantDatabase.User;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.RoleGrant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class DriverTenantDatabaseTest {
  private static final Login WRONG_PASSWORD =
      new Login(CUSTOMER.username(), new Secret("NotThePassword1234567890"));

  private static final Set<RoleGrant> CUSTOMER_ROLES =
      Set.of(
          new RoleGrant(DatabaseRole.READ_WRITE_ANY_DATABASE, new DatabaseName("admin")),
          new RoleGrant(DatabaseRole.DB_ADMIN_ANY_DATABASE, new DatabaseName("admin")));

  @TempDir Path folder;
  private final DriverTenantDatabase databases = new DriverTenantDatabase();
  private CustomerServer server;

  @BeforeEach
  void open() {
    server = new CustomerServer(folder);
  }

  @AfterEach
  void close() {
    databases.close();
    server.close();
  }

  @Test
  void provesALoginThatWasEnsured() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);

    assertThat(databases.tryLogin(server.endpoint(), CUSTOMER)).isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void leavesNothingBehind() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);
    var before = databaseNames();

    databases.tryLogin(server.endpoint(), CUSTOMER);

    assertThat(databaseNames()).isEqualTo(before).doesNotContain(LoginProof.DATABASE);
  }

  @Test
  void removesWhatAProofThatWasKilledLeft() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);
    write(LoginProof.DATABASE, LoginProof.COLLECTION);

    databases.tryLogin(server.endpoint(), CUSTOMER);

    assertThat(databaseNames()).doesNotContain(LoginProof.DATABASE);
  }

  @Test
  void keepsWhatACustomerPutBesideTheProof() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);
    write(LoginProof.DATABASE, "of_the_customer");

    databases.tryLogin(server.endpoint(), CUSTOMER);

    assertThat(collectionNames(LoginProof.DATABASE)).containsExactly("of_the_customer");
  }

  @Test
  void refusesAWrongPassword() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);

    assertThat(databases.tryLogin(server.endpoint(), WRONG_PASSWORD))
        .isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void refusesAUserWhoIsNotThere() {
    assertThat(databases.tryLogin(server.endpoint(), CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void refusesAUserWhoWasDropped() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);
    asAdmin(new Document("dropUser", CUSTOMER.username()));

    assertThat(databases.tryLogin(server.endpoint(), CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void refusesALoginThatMayOnlyRead() {
    asAdmin(
        new Document("createUser", CUSTOMER.username())
            .append("pwd", CUSTOMER.password().reveal())
            .append("roles", List.of("readAnyDatabase")));

    assertThat(databases.tryLogin(server.endpoint(), CUSTOMER)).isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void bringsAUserToAnotherPasswordAndItsRolesAgain() {
    asAdmin(
        new Document("createUser", CUSTOMER.username())
            .append("pwd", WRONG_PASSWORD.password().reveal())
            .append("roles", List.of("readAnyDatabase")));

    ensure(server.endpoint(), ADMIN, CUSTOMER);
    ensure(server.endpoint(), ADMIN, CUSTOMER);

    assertThat(databases.tryLogin(server.endpoint(), CUSTOMER)).isEqualTo(new LoginTrial.Proved());
    assertThat(databases.tryLogin(server.endpoint(), WRONG_PASSWORD))
        .isEqualTo(new LoginTrial.Refused());
  }

  @Test
  void doesNotMakeAnAdministratorOfUsers() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);

    assertThatThrownBy(
            () -> ensure(server.endpoint(), CUSTOMER, new Login("other", CUSTOMER.password())))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessage("Its server refused to change a database user.");
  }

  @Test
  void waitsForAServerThatIsNotThere() {
    var endpoint = server.endpoint();
    server.close();

    assertThat(databases.tryLogin(endpoint, CUSTOMER))
        .isEqualTo(new LoginTrial.NotYet("Its server does not answer yet."));
    assertThatThrownBy(() -> ensure(endpoint, ADMIN, CUSTOMER))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessage("Its server does not answer yet.");
  }

  @Test
  @Timeout(10)
  void givesUpOnAServerThatAcceptsAndNeverAnswers() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var endpoint = new Endpoint("127.0.0.1", silent.getLocalPort());

      assertThat(databases.tryLogin(endpoint, CUSTOMER)).isInstanceOf(LoginTrial.NotYet.class);
    }
  }

  @Test
  void doesNotEnsureALoginAsAnAdminWhoIsRefused() {
    assertThatThrownBy(() -> ensure(server.endpoint(), WRONG_PASSWORD, CUSTOMER))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessage("Its server does not accept the admin user of EUTLAS.");
  }

  @Test
  void keepsNoThread() {
    ensure(server.endpoint(), ADMIN, CUSTOMER);

    databases.tryLogin(server.endpoint(), CUSTOMER);
    databases.tryLogin(new Endpoint("127.0.0.1", 1), CUSTOMER);

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(driverThreads()).isEmpty());
  }

  @Test
  void saysThatItIsClosed() {
    databases.close();

    assertThat(databases.tryLogin(server.endpoint(), CUSTOMER))
        .isEqualTo(new LoginTrial.NotYet("This node is stopping."));
    assertThatThrownBy(() -> ensure(server.endpoint(), ADMIN, CUSTOMER))
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  private void ensure(Endpoint endpoint, Login admin, Login customer) {
    databases.ensureUsers(endpoint, admin, List.of(new User(customer, CUSTOMER_ROLES)), Set.of());
  }

  private static List<String> driverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("cluster-") || name.startsWith("Cleaner"))
        .toList();
  }

  private List<String> databaseNames() {
    try (var client = server.as(ADMIN)) {
      return client.listDatabaseNames().into(new ArrayList<>());
    }
  }

  private List<String> collectionNames(String database) {
    try (var client = server.as(ADMIN)) {
      return client.getDatabase(database).listCollectionNames().into(new ArrayList<>());
    }
  }

  private void write(String database, String collection) {
    try (var client = server.as(ADMIN)) {
      client.getDatabase(database).getCollection(collection).insertOne(new Document("a", 1));
    }
  }

  private void asAdmin(Document command) {
    try (var client = server.as(ADMIN)) {
      client.getDatabase("admin").runCommand(command);
    }
  }
}

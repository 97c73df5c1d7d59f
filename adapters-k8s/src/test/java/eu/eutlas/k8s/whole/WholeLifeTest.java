package eu.eutlas.k8s.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import eu.eutlas.application.cluster.ReadCredentials.Credentials;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.k8s.standin.AgainstApiServer;
import java.nio.file.Path;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of a Kubernetes region from its order to its end, with databases that answer. */
@AgainstApiServer
@Timeout(180)
final class WholeLifeTest {
  @TempDir private Path folder;
  private PodServers databases;
  private Installation installation;
  private RelayedRegion region;
  private DrivenNode node;
  private Customer customer;

  @BeforeEach
  void start() {
    databases = new PodServers(folder);
    installation = Installation.with(databases, databases);
    region = new RelayedRegion(folder);
    node = new DrivenNode(installation.node("node-1", region.plane()), installation.clock());
    node.eutlas().listen();
    customer = Customer.settle(node.eutlas(), region.plane().region());
  }

  @AfterEach
  void stop() {
    node.eutlas().close();
    region.clear();
    region.close();
    databases.close();
  }

  @Test
  void servesItsDatabaseRotatesRestsAndLeavesNothing() throws InterruptedException {
    var cluster = customer.create("shop-db");
    finish(cluster.running().orElseThrow());
    assertThat(state(cluster)).isInstanceOf(ClusterState.Ready.class);
    var first = customer.credentials(cluster);
    assertThat(first.connectionString().reveal())
        .contains("-rs0-0.", ".svc.cluster.local:27017", "replicaSet=rs0");
    try (var client = client(first)) {
      things(client).insertOne(new Document("_id", 1).append("is", "kept"));
    }

    finish(customer.order(OperationType.CREATE_DATABASE_USER, cluster));
    assertThat(trial(first, Customer.REPORTER_LOGIN)).isEqualTo(new LoginTrial.Proved());

    finish(customer.order(OperationType.ROTATE_CREDENTIALS, cluster));
    var second = customer.credentials(cluster);
    assertThat(second.username()).isNotEqualTo(first.username());
    assertThat(trial(second, login(second))).isEqualTo(new LoginTrial.Proved());

    finish(customer.order(OperationType.PAUSE, cluster));
    assertThat(state(cluster)).isInstanceOf(ClusterState.Paused.class);
    assertThat(databases.serves(cluster.id())).isFalse();

    finish(customer.order(OperationType.RESUME, cluster));
    try (var client = client(second)) {
      assertThat(things(client).find().first()).containsEntry("is", "kept");
    }

    finish(customer.order(OperationType.DELETE, cluster));
    assertThat(state(cluster)).isInstanceOf(ClusterState.Deleted.class);
    assertThat(region.plane().observe(cluster.id())).isEqualTo(new Absent());
    assertThat(region.plane().observeAll(Optional.empty(), 10)).isEmpty();
  }

  private ClusterState state(Cluster cluster) {
    return installation.stored(cluster.id()).state();
  }

  private LoginTrial trial(Credentials at, Login login) {
    return databases.authenticate(at.endpoint(), login);
  }

  private static Login login(Credentials credentials) {
    return new Login(credentials.username(), credentials.password());
  }

  /** As the customer's program does, but for the names, which only a Kubernetes cluster knows. */
  private MongoClient client(Credentials credentials) {
    return MongoClients.create(
        databases
            .reached(credentials.endpoint())
            .connectionString(credentials.username(), credentials.password())
            .reveal());
  }

  private static MongoCollection<Document> things(MongoClient client) {
    return client.getDatabase("shop").getCollection("things");
  }

  private void finish(Operation operation) throws InterruptedException {
    node.workUntil(
        () -> !customer.read(operation.id()).isRunning(), () -> customer.read(operation.id()));
    assertThat(customer.read(operation.id()).state()).isEqualTo(OperationState.SUCCEEDED);
  }
}

package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.User;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.embeddedmongo.EmbeddedMongoOptions;
import eu.eutlas.testkit.fault.OutageContract;
import eu.eutlas.testkit.identity.Users;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, that goes away and comes back. */
final class OutageTest extends OutageContract {
  private static final AdminCredentials ADMIN = new AdminCredentials("admin", "for-tests-only");

  /** Three seconds to look for a server, and some for a slow machine. */
  private static final Duration SOON = Duration.ofSeconds(8);

  private static final User USER = Users.aUser(1).build();

  private final List<MongoMetadata> opened = new ArrayList<>();

  @TempDir Path folder;
  private EmbeddedMongo server;

  @BeforeEach
  void start() {
    server = EmbeddedMongo.start(folder, ADMIN);
  }

  @AfterEach
  void stop() {
    opened.forEach(MongoMetadata::close);
    server.close();
  }

  @Override
  protected List<Object> portsWithoutStore() {
    MongoMetadata.connect(uri(server.port())).close();
    var impatient =
        await()
            .ignoreExceptionsInstanceOf(PortFailure.Unavailable.class)
            .until(this::connectImpatiently, metadata -> true);
    server.close();
    // Until the driver has noticed, a write may have gone out: that is another failure.
    assertThatThrownBy(() -> impatient.stores().users().isEmpty())
        .isInstanceOf(PortFailure.Unavailable.class);
    opened.add(impatient);
    var stores = impatient.stores();
    return List.of(
        stores.users(),
        stores.sessions(),
        stores.organizations(),
        stores.projects(),
        stores.clusters(),
        stores.backups(),
        stores.operations(),
        stores.events(),
        stores.mails(),
        stores.leases());
  }

  @Test
  void isUnavailableSoonWhileTheServerIsAwayAndWorksWhenItIsBack() {
    try (var metadata = MongoMetadata.connect(uri(server.port()))) {
      metadata.stores().users().insert(USER);
      var port = server.port();
      server.close();

      isUnavailableSoon(() -> metadata.stores().users().find(USER.id()));
      isUnavailableSoon(() -> metadata.stores().users().save(USER));

      server = EmbeddedMongo.start(folder, ADMIN, EmbeddedMongoOptions.defaults().onPort(port));
      await()
          .atMost(SOON)
          .ignoreExceptionsInstanceOf(PortFailure.Unavailable.class)
          .until(() -> metadata.stores().users().find(USER.id()), Optional.of(USER)::equals);
      assertThat(metadata.stores().users().save(USER)).isEqualTo(SaveResult.SAVED);
    }
  }

  @Test
  void doesNotConnectToNothing() {
    var port = server.port();
    server.close();

    isUnavailableSoon(() -> MongoMetadata.connect(uri(port)).close());
  }

  @Test
  void saysThatAWriteMayHaveHappenedWhenItsAnswerIsLost() throws IOException {
    try (var direct = MongoMetadata.connect(uri(server.port()));
        var relay = new Relay(server.port());
        var metadata = MongoMetadata.connect(uri(relay.port()))) {
      relay.loseAnswers(true);

      assertThatThrownBy(() -> metadata.stores().users().insert(USER))
          .isInstanceOf(PortFailure.OutcomeUnknown.class);

      await()
          .atMost(SOON)
          .until(() -> direct.stores().users().find(USER.id()), Optional.of(USER)::equals);
    }
  }

  @Test
  void saysThatAReadDidNotHappenWhenItsAnswerIsLost() throws IOException {
    try (var relay = new Relay(server.port());
        var metadata = MongoMetadata.connect(uri(relay.port()))) {
      relay.loseAnswers(true);

      isUnavailableSoon(() -> metadata.stores().users().find(USER.id()));

      relay.loseAnswers(false);
      await()
          .atMost(SOON)
          .ignoreExceptionsInstanceOf(PortFailure.Unavailable.class)
          .until(() -> metadata.stores().users().find(USER.id()).isEmpty());
    }
  }

  /** Sixty calls wait for a server in turn, so none of them long. */
  private MongoMetadata connectImpatiently() {
    return MongoMetadata.connect(
        uri(server.port()),
        MongoMetadata.MIGRATIONS,
        settings ->
            settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS)));
  }

  private static void isUnavailableSoon(ThrowingCallable call) {
    var begun = System.nanoTime();
    assertThatThrownBy(call)
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageNotContaining("127.0.0.1");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
  }

  private static Secret uri(int port) {
    return new Secret(
        "mongodb://admin:for-tests-only@127.0.0.1:%d/eutlas?authSource=admin&directConnection=true"
            .formatted(port));
  }
}

package eu.eutlas.mongo;

import com.mongodb.MongoClientSettings;
import eu.eutlas.application.Leases;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.mongo.cluster.MongoClusterRepository;
import eu.eutlas.mongo.event.MongoEventLog;
import eu.eutlas.mongo.identity.MongoSessionRepository;
import eu.eutlas.mongo.identity.MongoUserRepository;
import eu.eutlas.mongo.mail.MongoMailRepository;
import eu.eutlas.mongo.operation.MongoOperationRepository;
import eu.eutlas.mongo.organization.MongoOrganizationRepository;
import eu.eutlas.mongo.project.MongoProjectRepository;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The metadata in a MongoDB database, or in the embedded server: every repository on one bounded
 * pool of connections. Safe for threads. Each call ends within seconds whatever becomes of the
 * server.
 */
public final class MongoMetadata implements AutoCloseable {
  private static final List<Migration> MIGRATIONS =
      List.of(
          new CreateCollections(
              1,
              List.of(
                  MongoUserRepository.COLLECTION,
                  MongoSessionRepository.COLLECTION,
                  MongoOrganizationRepository.COLLECTION,
                  MongoProjectRepository.COLLECTION,
                  MongoClusterRepository.COLLECTION,
                  MongoOperationRepository.COLLECTION,
                  MongoEventLog.COLLECTION,
                  MongoMailRepository.COLLECTION)));

  private final Store store;
  private final MongoInstallation installation;

  private MongoMetadata(Store store) {
    this.store = store;
    this.installation = new MongoInstallation(store);
  }

  /**
   * Connects and brings the schema up to date, here or by waiting for another node that does.
   *
   * @param uri a connection string; its database holds the metadata, {@code eutlas} if it names
   *     none
   * @throws InvalidValue when the text is no connection string
   * @throws NewerSchema when a newer EUTLAS has written the database; it was left untouched
   * @throws PortFailure.Unavailable when no server is found within three seconds
   */
  public static MongoMetadata connect(Secret uri) {
    return connect(uri, MIGRATIONS, UnaryOperator.identity());
  }

  static MongoMetadata connect(
      Secret uri, List<Migration> migrations, UnaryOperator<MongoClientSettings.Builder> adjust) {
    var parsed = ClientSettings.parse(uri);
    var settings = adjust.apply(ClientSettings.of(parsed)).build();
    var store = Store.open(settings, ClientSettings.database(parsed));
    var ready = false;
    try {
      new Migrations(store, migrations).run();
      ready = true;
      return new MongoMetadata(store);
    } finally {
      if (!ready) {
        store.close();
      }
    }
  }

  public UserRepository users() {
    return new MongoUserRepository(store);
  }

  public SessionRepository sessions() {
    return new MongoSessionRepository(store);
  }

  public OrganizationRepository organizations() {
    return new MongoOrganizationRepository(store);
  }

  public ProjectRepository projects() {
    return new MongoProjectRepository(store);
  }

  public ClusterRepository clusters() {
    return new MongoClusterRepository(store);
  }

  public OperationRepository operations() {
    return new MongoOperationRepository(store);
  }

  public EventLog events() {
    return new MongoEventLog(store);
  }

  public MailRepository mails() {
    return new MongoMailRepository(store);
  }

  public Leases leases() {
    return new MongoLeases(store);
  }

  /** What all nodes on this database share. */
  public Installation installation() {
    return installation.find().orElseThrow();
  }

  /**
   * Keeps the installation's key check. The first one stays; repeatable, on any number of nodes.
   *
   * @return the installation with the check that counts
   */
  public Installation keepKeyCheck(String sealed) {
    return installation.keepKeyCheck(sealed);
  }

  Store store() {
    return store;
  }

  /** Closes the connections. What is under way fails. */
  @Override
  public void close() {
    store.close();
  }
}

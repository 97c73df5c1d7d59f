package eu.eutlas.benchmarks.archive;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Ids;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.benchmarks.Installation;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.jobs.JobRunrJobs;
import eu.eutlas.jobs.JobRunrServer;
import eu.eutlas.jobs.JobRunrStorage;
import eu.eutlas.memory.cluster.MemoryDataPlane;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import eu.eutlas.memory.mail.MemoryMailer;
import eu.eutlas.mongo.MongoMetadata;
import eu.eutlas.security.Argon2Passwords;
import eu.eutlas.security.KeyRing;
import eu.eutlas.security.SignedTokens;
import eu.eutlas.security.TinkSealer;
import eu.eutlas.storage.FolderBackupStore;
import eu.eutlas.storage.FolderSettings;
import eu.eutlas.storage.JsonManifestFormat;
import eu.eutlas.storage.TinkBackupEncryption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Nodes of one installation on one metadata server, as the product wires them: metadata, jobs,
 * keys, the engine and a folder of encrypted backups are real. Servers of clusters are a model in
 * memory that is ready at once, and what is in them is read at {@link SharedServers}.
 */
final class WorkingNodes implements AutoCloseable {
  private static final AdminCredentials ADMIN = new AdminCredentials("eutlas", "benchmark-only");

  private final InstantSource clock = new MillisecondClock(InstantSource.system());
  private final SecureRandom random = new SecureRandom();
  private final Ids ids = new Ids(clock, random);
  private final KeyRing keys = KeyRing.parse(KeyRing.generate());
  private final MemoryMailer mailer = new MemoryMailer();
  private final MemoryTenantDatabase databases = new MemoryTenantDatabase();
  private final MemoryDataPlane region = new MemoryDataPlane(new RegionId("memory"), databases);
  private final EmbeddedMongo metadata;
  private final MongoMetadata looking;
  private final SharedServers servers;
  private final FolderBackupStore store;

  private WorkingNodes(Path folder, int servers, int documents) throws IOException {
    this.metadata = EmbeddedMongo.start(Files.createDirectories(folder.resolve("metadata")), ADMIN);
    this.looking = MongoMetadata.connect(uri());
    this.servers = SharedServers.start(folder, databases, servers, documents);
    this.store =
        FolderBackupStore.open(new FolderSettings(folder.resolve("backups")), clock, random);
  }

  /** No node works yet. */
  static WorkingNodes in(Path folder, int servers, int documents) throws IOException {
    return new WorkingNodes(folder, servers, documents);
  }

  /** What the nodes keep, for somebody who is none of them. */
  Ports.Stores stores() {
    return looking.stores();
  }

  /** What the nodes make backups with. */
  Ports.Backups backups() {
    return new Ports.Backups(
        servers, store, new TinkBackupEncryption(new TinkSealer(keys)), new JsonManifestFormat());
  }

  RegionId region() {
    return region.region();
  }

  private Secret uri() {
    return new Secret(metadata.connectionString(ADMIN));
  }

  SharedServers servers() {
    return servers;
  }

  /** Starts one more. */
  One start(String name, Telemetry telemetry) {
    return new One(name, telemetry);
  }

  @Override
  public void close() {
    servers.close();
    looking.close();
    metadata.close();
  }

  /** A node that works. */
  final class One implements AutoCloseable {
    private final MongoMetadata stores;
    private final JobRunrStorage storage;
    private final JobRunrJobs jobs;
    private final Installation installation;
    private final Eutlas eutlas;
    private final JobRunrServer jobServer;

    private One(String name, Telemetry telemetry) {
      this.stores = MongoMetadata.connect(uri());
      this.storage = JobRunrStorage.open(uri(), "eutlas_jobs");
      this.jobs = new JobRunrJobs(storage);
      this.installation = new Installation(mailer, ports(name, telemetry));
      this.eutlas = installation.working();
      this.jobServer = JobRunrServer.start(storage, eutlas, name);
    }

    private Ports ports(String name, Telemetry telemetry) {
      return new Ports(
          new Node(name, ids.next()),
          Settings.at(URI.create("https://eutlas.example.org")),
          Installation.catalogue(region.region(), true),
          stores.stores(),
          new Ports.Security(new Argon2Passwords(), new SignedTokens(keys), new TinkSealer(keys)),
          List.of(region),
          Map.of(),
          databases,
          backups(),
          mailer,
          jobs,
          telemetry,
          clock,
          random);
    }

    Installation installation() {
      return installation;
    }

    Eutlas eutlas() {
      return eutlas;
    }

    @Override
    public void close() {
      jobServer.close();
      eutlas.close();
      jobs.close();
      storage.close();
      stores.close();
    }
  }
}

package eu.eutlas.examples.embedding;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.local.LocalDataPlane;
import eu.eutlas.mongo.MongoMetadata;
import eu.eutlas.security.Argon2Passwords;
import eu.eutlas.security.KeyRing;
import eu.eutlas.security.SignedTokens;
import eu.eutlas.security.TinkSealer;
import eu.eutlas.storage.FolderBackupStore;
import eu.eutlas.storage.FolderSettings;
import eu.eutlas.storage.JsonManifestFormat;
import eu.eutlas.storage.TinkBackupEncryption;
import eu.eutlas.tenant.DriverTenantDatabase;
import eu.eutlas.tenant.archive.DriverClusterArchives;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that EUTLAS needs, on one machine and in one folder. What is opened first is closed
 * last.
 */
final class EmbeddedEutlas implements AutoCloseable {
  static final RegionId REGION = new RegionId("local");

  private final EmbeddedMongo server;
  private final MongoMetadata metadata;
  private final LocalDataPlane dataPlane;
  private final DriverTenantDatabase tenants;
  private final DriverClusterArchives archives;
  private final Eutlas eutlas;

  private EmbeddedEutlas(Path folder, Secret sealingKey, Catalogue catalogue, Mailer mailer) {
    var clock = new MillisecondClock(Clock.systemUTC());
    var random = new SecureRandom();
    var admin = new AdminCredentials("example", UUID.randomUUID().toString());
    server = EmbeddedMongo.start(folder.resolve("metadata"), admin);
    metadata = MongoMetadata.connect(new Secret(server.connectionString(admin)));
    dataPlane =
        LocalDataPlane.open(folder.resolve("clusters"), REGION, metadata.installation().id());
    tenants = new DriverTenantDatabase();
    var keys = KeyRing.parse(sealingKey);
    archives = new DriverClusterArchives(clock);
    var backups =
        new Ports.Backups(
            archives,
            FolderBackupStore.open(
                new FolderSettings(folder.toAbsolutePath().resolve("backups")), clock, random),
            new TinkBackupEncryption(new TinkSealer(keys)),
            new JsonManifestFormat());
    var ports =
        new Ports(
            new Node("example", UUID.randomUUID().toString()),
            Settings.at(URI.create("http://localhost:8080")),
            catalogue,
            metadata.stores(),
            new Ports.Security(new Argon2Passwords(), new SignedTokens(keys), new TinkSealer(keys)),
            List.of(dataPlane),
            Map.of(),
            tenants,
            backups,
            mailer,
            Jobs.NONE,
            Telemetry.NONE,
            clock,
            random);
    eutlas = Eutlas.with(ports).start();
  }

  static EmbeddedEutlas open(Path folder, Secret sealingKey, Catalogue catalogue, Mailer mailer) {
    return new EmbeddedEutlas(folder, sealingKey, catalogue, mailer);
  }

  Eutlas eutlas() {
    return eutlas;
  }

  @Override
  public void close() {
    eutlas.close();
    archives.close();
    tenants.close();
    dataPlane.close();
    metadata.close();
    server.close();
  }
}

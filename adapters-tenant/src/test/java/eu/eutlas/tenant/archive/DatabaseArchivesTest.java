package eu.eutlas.tenant.archive;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.tenant.CustomerServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One database of a server, out and in again. */
final class DatabaseArchivesTest {
  @TempDir Path folder;

  @Test
  void takesOneDatabaseAloneAndPutsItUnderAnotherName() throws IOException {
    try (var servers = new Servers(folder)) {
      for (var database : new String[] {"metadata", "metadata_jobs", "shop"}) {
        servers
            .collection(database, "things")
            .insertOne(new BsonDocument("_id", new BsonInt32(database.length())));
      }
      var from = of(servers.source(), "metadata");
      var into = of(servers.target(), "restored");
      var archive = new ByteArrayOutputStream();

      var manifest = from.dump(archive, Progress.NONE);
      from.verify(read(archive), manifest);
      var expected = into.restore(read(archive), "metadata").collections();

      assertThat(manifest.collections())
          .extracting(CollectionSum::namespace)
          .containsExactly(new Namespace("metadata", "things"));
      assertThat(manifest.users()).isZero();
      assertThat(expected)
          .extracting(CollectionSum::namespace)
          .containsExactly(new Namespace("restored", "things"));
      assertThat(into.sums(Set.of(new Namespace("restored", "things")))).isEqualTo(expected);
      assertThat(servers.sums(servers.target())).isEqualTo(expected);
    }
  }

  private static ByteArrayInputStream read(ByteArrayOutputStream archive) {
    return new ByteArrayInputStream(archive.toByteArray());
  }

  private static DatabaseArchives of(CustomerServer server, String database) {
    var login = CustomerServer.ADMIN;
    var uri = server.endpoint().connectionString(login.username(), login.password());
    return new DatabaseArchives(new Secret(uri.reveal()), database, InstantSource.system());
  }
}

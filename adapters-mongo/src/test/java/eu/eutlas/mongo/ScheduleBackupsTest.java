package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.cluster.Clusters;
import java.time.Instant;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clusters of before there were backups get a schedule with the new release. */
final class ScheduleBackupsTest {
  private static final Instant NOW = PinnedClock.START;

  @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

  private MongoMetadata metadata;

  @BeforeEach
  void begin() {
    metadata = mongo.fresh();
  }

  @Test
  void theSchedulesOfClustersThatWereThereAreLookedAt() {
    keepAsBefore(Clusters.aReadyCluster(1).build());
    keepAsBefore(Clusters.aCluster(2).build());
    assertThat(metadata.stores().clusters().backupsDue(NOW, 10)).isEmpty();

    migrate();

    assertThat(metadata.stores().clusters().backupsDue(NOW, 10))
        .containsExactlyInAnyOrder(Clusters.id(1), Clusters.id(2));
    assertThat(backups(Clusters.id(1))).isEqualTo(ClusterBackups.NONE.look(Instant.EPOCH));
    assertThat(stored(Clusters.id(1)).settings().backups()).isEqualTo(BackupPolicy.USUAL);
  }

  @Test
  void tombstonesAreLeftAlone() {
    keepAsBefore(Clusters.aCluster(1).deletedAt(NOW).build());
    var before = raw().find().first();

    migrate();

    assertThat(raw().find().first()).isEqualTo(before);
    assertThat(metadata.stores().clusters().backupsDue(NOW, 10)).isEmpty();
  }

  @Test
  void schedulesThatAreThereAreLeftAlone() {
    var scheduled = ClusterBackups.NONE.next(NOW.plusSeconds(3600));
    metadata.stores().clusters().insert(Clusters.aReadyCluster(1).backups(scheduled).build());
    metadata.stores().clusters().insert(Clusters.aReadyCluster(2).build());

    migrate();

    assertThat(backups(Clusters.id(1))).isEqualTo(scheduled);
    assertThat(backups(Clusters.id(2))).isEqualTo(ClusterBackups.NONE);
  }

  @Test
  void isRepeatable() {
    keepAsBefore(Clusters.aReadyCluster(1).build());
    migrate();
    var once = raw().find().first();

    migrate();

    assertThat(raw().find().first()).isEqualTo(once);
  }

  private void migrate() {
    new ScheduleBackups(4).apply(metadata.store().database(), () -> {});
  }

  /** Stores a cluster in the form of the release before. */
  private void keepAsBefore(Cluster cluster) {
    metadata.stores().clusters().insert(cluster);
    raw()
        .updateOne(
            Filters.eq("_id", cluster.id().value()),
            Updates.combine(Updates.unset("status.backups"), Updates.unset("settings.backups")));
  }

  private MongoCollection<BsonDocument> raw() {
    return metadata.store().database().getCollection("clusters", BsonDocument.class);
  }

  private ClusterBackups backups(ClusterId id) {
    return stored(id).status().backups();
  }

  private Cluster stored(ClusterId id) {
    return metadata.stores().clusters().find(Scopes.everything(), id).orElseThrow();
  }
}

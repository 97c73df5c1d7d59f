package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.testkit.PinnedClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RestorationTest {
  private static final RegionId HERE = new RegionId("here");
  private static final Maintenance PAUSE =
      new Maintenance(new MaintenanceReason("restored"), PinnedClock.START, Optional.empty());

  @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

  @Test
  void nobodyStartsFromItsBeginningToItsEndAndThenItIsPaused() {
    var uri = mongo.newDatabase();
    MongoMetadata.connect(uri).close();
    try (var restoration = Restoration.open(uri)) {
      assertThat(restoration.begun()).isEmpty();

      restoration.begin();

      assertThat(restoration.begun()).isPresent();
      assertThat(restoration.installation()).as("what was there is gone").isEmpty();
      assertThatThrownBy(() -> MongoMetadata.connect(uri)).isInstanceOf(UnfinishedRestore.class);
      restoration.begin();
      assertThatThrownBy(() -> MongoMetadata.connect(uri)).isInstanceOf(UnfinishedRestore.class);

      restoration.finish(PAUSE, false);
      restoration.finish(PAUSE, false);
    }
    try (var metadata = MongoMetadata.connect(uri)) {
      assertThat(metadata.stores().maintenance().pause()).contains(PAUSE);
    }
  }

  @Test
  void aNodeThatIsAloneSettlesAnewWhereRegionsAreAtHome() {
    var uri = mongo.newDatabase();
    try (var metadata = MongoMetadata.connect(uri);
        var restoration = Restoration.open(uri)) {
      assertThat(metadata.homeOf(HERE, "one")).isEqualTo("one");

      restoration.finish(PAUSE, false);
      assertThat(metadata.homeOf(HERE, "two")).isEqualTo("one");
      restoration.finish(PAUSE, true);

      assertThat(metadata.homeOf(HERE, "two")).isEqualTo("two");
    }
  }
}

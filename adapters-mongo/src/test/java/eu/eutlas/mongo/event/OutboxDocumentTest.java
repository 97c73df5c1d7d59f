package eu.eutlas.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import eu.eutlas.application.SaveResult;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.cluster.MongoClusterRepository;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OutboxDocumentTest {
  @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

  @Test
  void doesNotListWhatANodeDrainedBeforeItDied() {
    var metadata = mongo.fresh();
    var clusters = metadata.stores().clusters();
    var event = Events.anEvent(1).build();
    clusters.insert(Clusters.aReadyCluster(1).telling(event).build());
    var copied = Outbox.EMPTY.tell(event);

    clusters.drain(Clusters.id(1), copied);
    MongoUnderTest.documents(metadata, MongoClusterRepository.COLLECTION)
        .update(Where.id(Clusters.id(1).value()), Updates.set(OutboxDocument.NOT_EMPTY, true));

    assertThat(clusters.withOutbox(10)).isEmpty();
    var drained = clusters.find(Scopes.everything(), Clusters.id(1)).orElseThrow();
    assertThat(clusters.save(drained)).isEqualTo(SaveResult.SAVED);
  }
}

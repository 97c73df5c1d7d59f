package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import eu.eutlas.mongo.cluster.MongoClusterRepository;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SealedDocumentsTest {
  private static final int CLUSTERS = 250;

  @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

  @Test
  void everySecretIsSealedAnewInItsPlaceOnceAndAsAnotherVersion() {
    var metadata = mongo.fresh();
    fill(metadata);

    assertThat(documents(metadata, new Words("new", Integer.MAX_VALUE)).reseal())
        .isEqualTo(CLUSTERS);

    for (var document : all(metadata)) {
      var id = document.getString("_id").getValue();
      var spec = document.getDocument("spec");
      assertThat(spec.getDocument("admin").getString("password").getValue())
          .isEqualTo("new|" + id + "|eutlas");
      assertThat(spec.getArray("users").getFirst().asDocument().getString("password").getValue())
          .isEqualTo("new|" + id + "|reporter");
      assertThat(document.getNumber("version").longValue()).isEqualTo(8);
      assertThat(document.getString("password").getValue())
          .as("what stands beside no name is nobody's password")
          .isEqualTo("old");
    }
    assertThat(documents(metadata, new Words("new", 0)).reseal()).isZero();
  }

  @Test
  void whatWasCutOffGoesOn() {
    var metadata = mongo.fresh();
    fill(metadata);

    assertThatThrownBy(() -> documents(metadata, new Words("new", 301)).reseal())
        .isInstanceOf(PortFailure.class);

    assertThat(documents(metadata, new Words("new", Integer.MAX_VALUE)).reseal())
        .isEqualTo(CLUSTERS - 150);
    assertThat(all(metadata)).noneMatch(document -> document.toJson().contains("old|"));
  }

  private static SealedDocuments documents(MongoMetadata metadata, Words sealer) {
    return new SealedDocuments(metadata, sealer, sealed -> sealed.text().startsWith("new|"));
  }

  private static void fill(MongoMetadata metadata) {
    var clusters = metadata.store().documents(MongoClusterRepository.COLLECTION);
    for (var i = 0; i < CLUSTERS; i++) {
      var id = "%024x".formatted(i);
      clusters.insert(
          BsonDocument.parse(
              """
              {_id: "%1$s", version: {$numberLong: "7"}, password: "old", spec: {
                admin: {username: "eutlas", password: "old|%1$s|eutlas"},
                users: [{username: "reporter", password: "old|%1$s|reporter"}]}}
              """
                  .formatted(id)));
    }
  }

  private static List<BsonDocument> all(MongoMetadata metadata) {
    return new ArrayList<>(
        metadata
            .store()
            .documents(MongoClusterRepository.COLLECTION)
            .list(Where.anything(), Documents.ANY_ORDER, CLUSTERS));
  }

  /** Seals by writing a word before owner and field, so often. */
  private static final class Words implements Sealer {
    private final String word;
    private int left;

    Words(String word, int left) {
      this.word = word;
      this.left = left;
    }

    @Override
    public SealedSecret seal(Secret secret, String ownerId, String field) {
      if (left-- <= 0) {
        throw new PortFailure.Unavailable("STOPPED", "It was stopped.", null);
      }
      return new SealedSecret(word + "|" + secret.reveal());
    }

    @Override
    public Secret open(SealedSecret sealed, String ownerId, String field) {
      var place = ownerId + "|" + field;
      assertThat(sealed.text()).isEqualTo("old|" + place);
      return new Secret(place);
    }
  }
}

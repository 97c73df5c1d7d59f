package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import eu.eutlas.application.PageRequest;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.mongo.identity.MongoUserRepository;
import eu.eutlas.mongo.organization.MongoOrganizationRepository;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.identity.Users;
import eu.eutlas.testkit.organization.Organizations;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DocumentsTest {
  private static final int MORE_THAN_A_BATCH = 501;

  @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();
  private Documents<BsonDocument> things;

  @BeforeEach
  void insert() {
    things = MongoUnderTest.documents(mongo.fresh(), CollectionSchema.of("things"));
    IntStream.rangeClosed(0, MORE_THAN_A_BATCH).forEach(number -> things.insert(thing(number)));
  }

  @Test
  void changesMoreThanFitsIntoABatch() {
    assertThat(things.unsetAll(Where.anything().above("number", value(0)), "number"))
        .isEqualTo(MORE_THAN_A_BATCH);
    assertThat(things.unsetAll(Where.anything().above("number", value(0)), "number")).isZero();
    assertThat(things.find("0")).contains(thing(0));
    assertThat(things.find("1")).contains(new BsonDocument("_id", value("1")));

    assertThat(things.removeAll(Where.anything().above("_id", value("0"))))
        .isEqualTo(MORE_THAN_A_BATCH);
    assertThat(things.ids(Where.anything(), Documents.ANY_ORDER, 10)).containsExactly("0");
  }

  @Test
  void readsAsManyAsAreAskedFor() {
    var order = Sorts.ascending("number");

    assertThat(things.list(Where.anything(), order, 300)).hasSize(300);
    assertThat(things.list(Where.anything(), order, 1_000)).hasSize(MORE_THAN_A_BATCH + 1);
    assertThat(things.fields(Where.anything(), order, 1, "number")).isEqualTo(List.of(thing(0)));
  }

  @Test
  void namesADamagedDocumentAndDoesNotShowIt() {
    var metadata = mongo.fresh();
    metadata.stores().users().insert(Users.aUser(1).build());
    MongoUnderTest.documents(metadata, MongoUserRepository.COLLECTION)
        .update(Where.id(Users.id(1).value()), Updates.set("email", "no address"));

    assertThatThrownBy(() -> metadata.stores().users().find(Users.id(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("users", Users.id(1).value(), "This is not an e-mail address.")
        .hasMessageNotContaining("no address");
  }

  @Test
  void listsLeaveOutDamagedDocumentsAndTellOfThemOnce() {
    var metadata = mongo.fresh();
    var before = metadata.damagedDocuments();
    var organizations = metadata.stores().organizations();
    for (var number = 1; number <= 5; number++) {
      organizations.insert(Organizations.anOrganization(number).build());
    }
    damage(metadata, 1);
    damage(metadata, 3);
    damage(metadata, 4);

    var first = organizations.list(Scopes.everything(), new PageRequest(1, Optional.empty()));
    var second = organizations.list(Scopes.everything(), new PageRequest(1, first.next()));

    assertThat(first.items()).extracting(Organization::id).containsExactly(Organizations.id(2));
    assertThat(second.items()).extracting(Organization::id).containsExactly(Organizations.id(5));
    assertThat(second.next()).isEmpty();
    assertThat(metadata.damagedDocuments() - before).isEqualTo(3);
  }

  private static void damage(MongoMetadata metadata, int number) {
    MongoUnderTest.documents(metadata, MongoOrganizationRepository.COLLECTION)
        .update(Where.id(Organizations.id(number).value()), Updates.set("name", ""));
  }

  private static BsonDocument thing(int number) {
    return new DocumentWriter().put("_id", Integer.toString(number)).put("number", number).done();
  }
}

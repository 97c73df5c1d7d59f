package eu.eutlas.mongo.identity;

import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.identity.Users;
import org.junit.jupiter.api.Test;

final class UserDocumentTest {

  @Test
  void keepsTheFormOfAVerifiedUser() {
    var user = Users.aUser(1).administrator().version(7).build();

    GoldenDocument.check("user", user, UserDocument::toBson, UserDocument::fromBson);
  }

  @Test
  void keepsTheFormOfAnUnverifiedUser() {
    var user = Users.anUnverifiedUser(2).build();

    GoldenDocument.check("user-unverified", user, UserDocument::toBson, UserDocument::fromBson);
  }
}

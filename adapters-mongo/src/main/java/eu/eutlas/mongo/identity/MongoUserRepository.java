package eu.eutlas.mongo.identity;

import static eu.eutlas.mongo.Values.value;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import java.time.Instant;
import java.util.Optional;

/** The accounts, in the collection {@code users}. */
public final class MongoUserRepository implements UserRepository {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of(
          "users",
          Index.uniqueOn(UserDocument.EMAIL),
          Index.sparseOn(UserDocument.VERIFICATION_HASH),
          Index.sparseOn(UserDocument.UNVERIFIED_SINCE));

  private final Documents<User> users;

  public MongoUserRepository(Store store) {
    this.users = store.documents(COLLECTION, UserDocument::toBson, UserDocument::fromBson);
  }

  @Override
  public void insert(User user) {
    users.insert(user);
  }

  @Override
  public SaveResult save(User user) {
    return users.save(user);
  }

  @Override
  public SaveResult remove(User user) {
    return users.remove(user.id().value(), user.version());
  }

  @Override
  public Optional<User> find(UserId id) {
    return users.find(id.value());
  }

  @Override
  public Optional<User> findByEmail(Email email) {
    return users.find(Where.anything().is(UserDocument.EMAIL, value(email.value())));
  }

  @Override
  public Optional<User> findByVerification(TokenHash hash) {
    return users.find(Where.anything().is(UserDocument.VERIFICATION_HASH, value(hash.value())));
  }

  @Override
  public boolean isEmpty() {
    return users.ids(Where.anything(), Documents.ANY_ORDER, 1).isEmpty();
  }

  @Override
  public long removeUnverified(Instant createdBefore) {
    var before = value(createdBefore);
    return users.removeAll(Where.anything().below(UserDocument.UNVERIFIED_SINCE, before));
  }
}

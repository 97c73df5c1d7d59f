package eu.eutlas.mongo.mail;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails, in the collection {@code mails}. */
public final class MongoMailRepository implements MailRepository {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of(
          "mails",
          OriginDocument.UNIQUE,
          OriginDocument.BY_AGE,
          Index.sparseOn(MailDocument.NEXT_ATTEMPT_AT),
          Index.on(MailDocument.CREATED_AT));

  private final Documents<Mail> mails;

  public MongoMailRepository(Store store) {
    this.mails = store.documents(COLLECTION, MailDocument::toBson, MailDocument::fromBson);
  }

  @Override
  public void insert(Mail mail) {
    mails.insert(mail);
  }

  @Override
  public SaveResult save(Mail mail) {
    return mails.save(mail);
  }

  @Override
  public Optional<Mail> find(MailId id) {
    return mails.find(id.value());
  }

  @Override
  public Optional<Mail> findByOrigin(String originKeyHash) {
    return OriginDocument.find(mails, originKeyHash);
  }

  @Override
  public List<MailId> due(Instant now, int limit) {
    var next = MailDocument.NEXT_ATTEMPT_AT;
    return mails.ids(Where.anything().upTo(next, value(now)), Sorts.ascending(next), limit).stream()
        .map(MailId::new)
        .toList();
  }

  @Override
  public long forgetOrigins(Instant before) {
    return OriginDocument.forget(mails, before);
  }

  @Override
  public long remove(Instant createdBefore) {
    return mails.removeAll(Where.anything().below(MailDocument.CREATED_AT, value(createdBefore)));
  }
}

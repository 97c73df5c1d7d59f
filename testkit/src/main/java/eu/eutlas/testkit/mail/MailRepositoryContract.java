package eu.eutlas.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.testkit.OriginStoreContract;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.identity.Users;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MailRepository} holds to. */
public abstract class MailRepositoryContract extends OriginStoreContract<Mail> {
  private static final Instant NOW = PinnedClock.START;
  private static final int SENDERS = 16;

  private MailRepository mails;

  /** A repository over a new, empty store. */
  protected abstract MailRepository repository();

  @BeforeEach
  void begin() {
    mails = repository();
  }

  @Test
  void keepsEveryField() {
    var mail =
        Mails.aMail(1)
            .template(MailTemplate.ALREADY_REGISTERED)
            .variables(new SealedSecret(UnusualText.ANY))
            .attempts(3)
            .dueAt(NOW.plusMillis(1))
            .origin(Origins.at(1, NOW.plusMillis(2)))
            .answeredUserId(Users.id(9).value())
            .correlationId("a.b_c-D")
            .createdAt(NOW.plusMillis(3))
            .build();
    mails.insert(mail);
    mails.insert(Mails.aMail(2).sent().build());

    assertThat(mails.find(Mails.id(1))).contains(mail);
    assertThat(mails.find(Mails.id(2))).contains(Mails.aMail(2).sent().build());
  }

  @Test
  void listsMailsThatAreDueTheLongestDueFirst() {
    mails.insert(Mails.aMail(1).dueAt(NOW).build());
    mails.insert(Mails.aMail(2).dueAt(NOW.minusMillis(2)).build());
    mails.insert(Mails.aMail(3).dueAt(NOW.plusMillis(1)).build());
    mails.insert(Mails.aMail(4).sent().build());
    mails.insert(Mails.aMail(5).dueAt(NOW.minusMillis(1)).build());

    assertThat(mails.due(NOW, 10)).containsExactly(Mails.id(2), Mails.id(5), Mails.id(1));
    assertThat(mails.due(NOW, 2)).containsExactly(Mails.id(2), Mails.id(5));
  }

  @Test
  void noLongerListsWhatWasClaimedOrSent() {
    mails.insert(document(1));
    mails.insert(document(2));
    mails.insert(document(3));

    mails.save(document(1).claim(NOW));
    mails.save(document(2).sent());

    assertThat(mails.due(NOW, 10)).containsExactly(Mails.id(3));
  }

  @Test
  void letsOneOfManySendersClaimAMail() {
    mails.insert(document(1));

    var claims =
        Race.run(SENDERS, sender -> mails.save(mails.find(Mails.id(1)).orElseThrow().claim(NOW)));

    // A sender that reads after the first claim may claim on; none claims what another has read.
    var claimed = Collections.frequency(claims, SaveResult.SAVED);
    assertThat(mails.find(Mails.id(1)).orElseThrow().attempts()).isEqualTo(claimed);
  }

  @Test
  void removesMailsMadeBeforeTheMomentWhateverBecameOfThem() {
    mails.insert(Mails.aMail(1).createdAt(NOW.minusMillis(1)).build());
    mails.insert(Mails.aMail(2).createdAt(NOW.minusMillis(1)).sent().build());
    mails.insert(Mails.aMail(3).createdAt(NOW).sent().build());

    assertThat(mails.remove(NOW)).isEqualTo(2);

    assertThat(mails.find(Mails.id(1))).isEmpty();
    assertThat(mails.find(Mails.id(2))).isEmpty();
    assertThat(mails.find(Mails.id(3))).isPresent();
    assertThat(mails.due(NOW, 10)).isEmpty();
    assertThat(mails.remove(NOW)).isZero();
  }

  @Override
  protected final Mail document(int number) {
    return Mails.aMail(number).build();
  }

  @Override
  protected final Mail changed(Mail mail, int number) {
    return Mails.with(mail).attempts(number).build();
  }

  @Override
  protected final Mail atVersion(Mail mail, long version) {
    return Mails.with(mail).version(version).build();
  }

  @Override
  protected final Mail withOrigin(Mail mail, OriginKey origin) {
    return Mails.with(mail).origin(origin).build();
  }

  @Override
  protected final long version(Mail mail) {
    return mail.version();
  }

  @Override
  protected final void insert(Mail mail) {
    mails.insert(mail);
  }

  @Override
  protected final SaveResult save(Mail mail) {
    return mails.save(mail);
  }

  @Override
  protected final Optional<Mail> find(Mail mail) {
    return mails.find(mail.id());
  }

  @Override
  protected final Optional<Mail> findByOrigin(String originKeyHash) {
    return mails.findByOrigin(originKeyHash);
  }

  @Override
  protected final long forgetOrigins(Instant before) {
    return mails.forgetOrigins(before);
  }
}

package eu.eutlas.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.User;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.VersionedStoreContract;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UserRepository} holds to. */
public abstract class UserRepositoryContract extends VersionedStoreContract<User> {
  private static final int RUNNERS = 16;
  private static final int ROUNDS = 8;

  private UserRepository users;

  /** A repository over a new, empty store. */
  protected abstract UserRepository repository();

  @BeforeEach
  void begin() {
    users = repository();
  }

  @Test
  void keepsEveryField() {
    var unverified =
        Users.anUnverifiedUser(1)
            .email("o'brien+test.{x}@example.co.uk")
            .name(UnusualText.PLAIN)
            .build();
    var administrator =
        Users.aUser(2).administrator().verifiedAt(PinnedClock.START.plusMillis(1)).build();
    users.insert(unverified);
    users.insert(administrator);

    assertThat(users.find(unverified.id())).contains(unverified);
    assertThat(users.find(administrator.id())).contains(administrator);
  }

  @Test
  void knowsWhetherThereIsAnyAccount() {
    assertThat(users.isEmpty()).isTrue();

    users.insert(document(1));

    assertThat(users.isEmpty()).isFalse();
  }

  @Test
  void findsAnAccountByItsAddressWhateverTheCase() {
    users.insert(Users.aUser(1).email("Ada@Example.org").build());

    assertThat(users.findByEmail(new Email("ADA@example.ORG")).map(User::id)).contains(Users.id(1));
    assertThat(users.findByEmail(new Email("adaa@example.org"))).isEmpty();
  }

  @Test
  void refusesASecondAccountWithTheSameAddress() {
    users.insert(Users.aUser(1).email("ada@example.org").build());

    assertThatThrownBy(() -> users.insert(Users.aUser(2).email("ADA@example.org").build()))
        .isInstanceOf(PortFailure.Duplicate.class);

    assertThat(users.find(Users.id(2))).isEmpty();
    assertThat(users.findByEmail(new Email("ada@example.org")).map(User::id)).contains(Users.id(1));
  }

  @Test
  void letsOneOfManySignUpsWithTheSameAddressWin() {
    var won = Race.run(RUNNERS, number -> signedUp(number + 1));

    assertThat(Collections.frequency(won, true)).isEqualTo(1);
    assertThat(users.findByEmail(new Email("ada@example.org")).map(User::id))
        .contains(Users.id(won.indexOf(true) + 1));
  }

  @Test
  void findsAnAccountByItsOpenVerificationExpiredOrNot() {
    var user = Users.anUnverifiedUser(1).createdAt(PinnedClock.START.minusSeconds(1_000_000));
    users.insert(user.unverified(Users.tokenHash(1)).build());

    assertThat(users.findByVerification(Users.tokenHash(1)).map(User::id)).contains(Users.id(1));
    assertThat(users.findByVerification(Users.tokenHash(2))).isEmpty();
  }

  @Test
  void findsNobodyByAVerificationThatWasUsedOrReplaced() {
    users.insert(Users.anUnverifiedUser(1).build());
    users.insert(Users.anUnverifiedUser(2).build());

    users.save(Users.aUser(1).build());
    users.save(Users.anUnverifiedUser(2).unverified(Users.tokenHash(3)).build());

    assertThat(users.findByVerification(Users.tokenHash(1))).isEmpty();
    assertThat(users.findByVerification(Users.tokenHash(2))).isEmpty();
    assertThat(users.findByVerification(Users.tokenHash(3)).map(User::id)).contains(Users.id(2));
  }

  @Test
  void removesAnAccountThatNobodyWroteInBetween() {
    users.insert(document(1));

    assertThat(users.remove(document(1))).isEqualTo(SaveResult.SAVED);

    assertThat(users.find(Users.id(1))).isEmpty();
    assertThat(users.findByEmail(Users.email(1))).isEmpty();
    assertThat(users.isEmpty()).isTrue();
    assertThat(users.remove(document(1))).isEqualTo(SaveResult.GONE);
    assertThat(users.save(document(1))).isEqualTo(SaveResult.GONE);
  }

  @Test
  void keepsAnAccountThatSomebodyWroteInBetween() {
    users.insert(document(1));
    users.save(changed(document(1), 2));

    assertThat(users.remove(document(1))).isEqualTo(SaveResult.STALE);

    assertThat(users.find(Users.id(1))).isPresent();
  }

  @Test
  void letsEitherARemovalOrAWriteOfTheSameVersionWin() {
    for (var round = 1; round <= ROUNDS; round++) {
      var user = document(round);
      users.insert(user);

      var results =
          Race.run(
              2, runner -> runner == 0 ? users.remove(user) : users.save(changed(user, runner)));

      assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
      assertThat(users.find(user.id()).isEmpty()).isEqualTo(results.getFirst() == SaveResult.SAVED);
    }
  }

  @Test
  void freesTheAddressOfARemovedAccount() {
    users.insert(Users.aUser(1).email("ada@example.org").build());
    users.remove(Users.aUser(1).email("ada@example.org").build());

    users.insert(Users.aUser(2).email("ada@example.org").build());

    assertThat(users.findByEmail(new Email("ada@example.org")).map(User::id)).contains(Users.id(2));
  }

  @Test
  void removesOldAccountsThatWereNeverVerified() {
    var moment = PinnedClock.START;
    users.insert(Users.anUnverifiedUser(1).createdAt(moment.minusMillis(1)).build());
    users.insert(Users.anUnverifiedUser(2).createdAt(moment).build());
    users.insert(Users.aUser(3).createdAt(moment.minusMillis(1)).build());

    assertThat(users.removeUnverified(moment)).isEqualTo(1);

    assertThat(users.find(Users.id(1))).isEmpty();
    assertThat(users.findByEmail(Users.email(1))).isEmpty();
    assertThat(users.find(Users.id(2))).isPresent();
    assertThat(users.find(Users.id(3))).isPresent();
    assertThat(users.removeUnverified(moment)).isZero();
  }

  private boolean signedUp(int number) {
    try {
      users.insert(Users.aUser(number).email("ada@example.org").build());
      return true;
    } catch (PortFailure.Duplicate lost) {
      return false;
    }
  }

  @Override
  protected final User document(int number) {
    return Users.aUser(number).build();
  }

  @Override
  protected final User changed(User user, int number) {
    return Users.with(user).name("Changed " + number).build();
  }

  @Override
  protected final User atVersion(User user, long version) {
    return Users.with(user).version(version).build();
  }

  @Override
  protected final long version(User user) {
    return user.version();
  }

  @Override
  protected final void insert(User user) {
    users.insert(user);
  }

  @Override
  protected final SaveResult save(User user) {
    return users.save(user);
  }

  @Override
  protected final Optional<User> find(User user) {
    return users.find(user.id());
  }
}

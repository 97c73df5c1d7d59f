package eu.eutlas.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.UserSeen;
import eu.eutlas.testkit.cluster.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private static final Endpoint PLACE = Clusters.endpoint(1);
  private static final TenantDatabase.Login LOGIN =
      new TenantDatabase.Login("eutlas", new Secret("secret"));

  private final FaultScript script = new FaultScript();
  private final Recorded subject = new Recorded();
  private final TenantDatabase database = Faults.around(TenantDatabase.class, subject, script);

  @Test
  void changesNothingThatItWasNotTold() {
    assertThat(database.tryLogin(PLACE, LOGIN)).isEqualTo(new LoginTrial.Proved());
    database.ensureUsers(PLACE, LOGIN, List.of(), Set.of());

    assertThat(subject.calls).containsExactly("tryLogin", "ensureUsers");
  }

  @Test
  void failsBeforeTheCall() {
    script.next("ensureUsers", Fault.UNAVAILABLE);

    assertThatThrownBy(() -> database.ensureUsers(PLACE, LOGIN, List.of(), Set.of()))
        .isInstanceOf(PortFailure.Unavailable.class);

    assertThat(subject.calls).isEmpty();
  }

  @Test
  void losesTheAnswerOfAWriteThatHappened() {
    script.next("ensureUsers", Fault.ANSWER_LOST);

    assertThatThrownBy(() -> database.ensureUsers(PLACE, LOGIN, List.of(), Set.of()))
        .isInstanceOf(PortFailure.OutcomeUnknown.class);

    assertThat(subject.calls).containsExactly("ensureUsers");
  }

  @Test
  void losesTheAnswerOfAReadAsAnOutage() {
    script.next("tryLogin", Fault.ANSWER_LOST);

    assertThatThrownBy(() -> database.tryLogin(PLACE, LOGIN))
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  @Test
  void failsAsOftenAsItWasTold() {
    script.next("tryLogin", Fault.UNAVAILABLE);
    script.next("tryLogin", Fault.NONE);
    script.next("tryLogin", Fault.UNAVAILABLE);

    assertFails();
    assertThat(database.tryLogin(PLACE, LOGIN)).isNotNull();
    assertFails();
    assertThat(database.tryLogin(PLACE, LOGIN)).isNotNull();
  }

  @Test
  void failsUntilItIsHealed() {
    script.always(Fault.UNAVAILABLE);
    assertFails();
    assertFails();

    script.heal();

    assertThat(database.tryLogin(PLACE, LOGIN)).isNotNull();
  }

  @Test
  void failsOneCallAlways() {
    script.always("tryLogin", Fault.UNAVAILABLE);

    assertFails();
    assertFails();
    database.ensureUsers(PLACE, LOGIN, List.of(), Set.of());
  }

  @Test
  void passesOnWhatTheSubjectThrows() {
    subject.failure.add(new PortFailure.Rejected("NO", "It was refused.", null));

    assertThatExceptionOfType(PortFailure.Rejected.class)
        .isThrownBy(() -> database.ensureUsers(PLACE, LOGIN, List.of(), Set.of()));
  }

  private void assertFails() {
    assertThatThrownBy(() -> database.tryLogin(PLACE, LOGIN))
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  private static final class Recorded implements TenantDatabase {
    private final List<String> calls = new ArrayList<>();
    private final List<PortFailure> failure = new ArrayList<>();

    @Override
    public LoginTrial tryLogin(Endpoint endpoint, Login login) {
      calls.add("tryLogin");
      return new LoginTrial.Proved();
    }

    @Override
    public LoginTrial authenticate(Endpoint endpoint, Login login) {
      calls.add("authenticate");
      return new LoginTrial.Proved();
    }

    @Override
    public List<UserSeen> users(Endpoint endpoint, Login admin) {
      calls.add("users");
      return List.of();
    }

    @Override
    public void ensureUsers(
        Endpoint endpoint, Login admin, List<User> wanted, Set<String> unwanted) {
      calls.add("ensureUsers");
      if (!failure.isEmpty()) {
        throw failure.getFirst();
      }
    }
  }
}

package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultPlan;
import eu.eutlas.testkit.fault.FaultScript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mail on its way out. */
final class MailsTest {
  private final Trial trial = Trial.begin();

  @Test
  void aMailGoesOutAtOnceAndIsErasedOfItsSecrets() {
    trial.signUp("ada");
    assertThat(mail(trial).variables()).isPresent();

    trial.rest();

    assertThat(trial.site().mailer().letters()).hasSize(1);
    assertThat(mail(trial).state()).isEqualTo(Mail.State.SENT);
    assertThat(mail(trial).variables()).isEmpty();
    assertThat(mail(trial).nextAttemptAt()).isEmpty();
  }

  @Test
  void aMailThatIsNotTakenIsTriedAgainAtLengtheningIntervals() {
    trial.site().mailer().fail(away());
    trial.signUp("ada");

    var waits = new ArrayList<Duration>();
    for (var attempt = 1; attempt <= 12; attempt++) {
      trial.rest();
      var next = mail(trial).nextAttemptAt().orElseThrow();
      waits.add(Duration.between(now(), next));
      trial.site().clock().set(next);
    }

    var expected = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600);
    for (var i = 0; i < expected.size(); i++) {
      assertThat(waits.get(i).toMillis())
          .isBetween(expected.get(i) * 800L, expected.get(i) * 1200L);
    }
    trial.site().mailer().work();
    trial.rest();
    assertThat(mail(trial).state()).isEqualTo(Mail.State.SENT);
  }

  @Test
  void aMailIsTriedAsLongAsItsLinkWorksAndThenGivenUpAndErased() {
    trial.site().mailer().fail(away());
    trial.signUp("ada");
    var asked = mail(trial).createdAt();

    var last = asked;
    while (mail(trial).state() == Mail.State.QUEUED) {
      last = now();
      trial.rest();
      mail(trial).nextAttemptAt().ifPresent(trial.site().clock()::set);
    }

    assertThat(mail(trial).state()).isEqualTo(Mail.State.FAILED);
    assertThat(mail(trial).variables()).isEmpty();
    assertThat(Duration.between(asked, last)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    assertThat(mail(trial).attempts()).isBetween(120, 200);
  }

  @Test
  void aMailThatKillsItsSendersIsGivenUpInTheEnd() {
    trial.signUp("ada");
    var senders = 0;
    while (mail(trial).state() == Mail.State.QUEUED) {
      senders++;
      var node = trial.through(Incident.crash("Mailer.send"));
      node.eutlas().sweepOnce();
      try {
        node.rest();
      } catch (Incident.Crash died) {
        // The next one comes when the claim has ended.
        trial.site().clock().move(Duration.ofHours(3));
      }
    }

    assertThat(senders).isBetween(8, 10);
    assertThat(mail(trial).variables()).isEmpty();
    assertThat(trial.site().mailer().letters()).isEmpty();
  }

  @Test
  void aMailThatIsRefusedForGoodIsGivenUpAtOnce() {
    trial
        .site()
        .mailer()
        .fail(new PortFailure.Rejected("NO_SUCH_BOX", "Nobody lives there.", null));
    trial.signUp("ada");

    trial.rest();

    assertThat(mail(trial).state()).isEqualTo(Mail.State.FAILED);
    assertThat(mail(trial).attempts()).isEqualTo(1);
    assertThat(mail(trial).variables()).isEmpty();
  }

  @Test
  void queueAndJobAndTwoNodesSendOnce() {
    var calls = Incident.none();
    var node = trial.through(calls);
    node.signUp("ada");
    var second = trial.secondNode();
    var id = trial.site().jobs().mails().getFirst();

    second.eutlas().sweepOnce();
    node.rest();
    second.rest();
    second.eutlas().sendMail().handle(id);
    node.eutlas().sendMail().handle(id);

    assertThat(Collections.frequency(calls.calls(), "Mailer.send")).isEqualTo(1);
    assertThat(mail(trial).attempts()).isEqualTo(1);
  }

  @Test
  void whileOneSendsNobodyElseDoes() {
    var second = trial.secondNode();
    var node = trial.through(Incident.meanwhile("Mailer.send", 1, () -> work(second)));
    node.signUp("ada");

    node.rest();

    assertThat(mail(trial).attempts()).isEqualTo(1);
    assertThat(mail(trial).state()).isEqualTo(Mail.State.SENT);
  }

  @Test
  void whatADeadNodeHadClaimedIsSentAfterTheClaim() {
    var node = trial.through(Incident.crash("Mailer.send"));
    node.signUp("ada");
    assertThat(catchThrowableOfType(Incident.Crash.class, node::rest)).isNotNull();

    trial.pass(Duration.ofSeconds(55));
    assertThat(trial.site().mailer().letters()).isEmpty();
    trial.pass(Duration.ofSeconds(10));

    assertThat(trial.site().mailer().letters()).hasSize(1);
  }

  @Test
  void whoWasTooSlowDoesNotUndoWhatAnotherHasDone() {
    var second = trial.secondNode();
    var faults = new FaultScript();
    faults.next("send", Fault.UNAVAILABLE);
    var slow =
        Incident.meanwhile(
            "Mailer.send",
            1,
            () -> {
              trial.site().clock().move(Duration.ofSeconds(61));
              work(second);
            });
    var node =
        trial.through((port, call) -> {
          var fault = slow.decide(port, call);
          return fault == Fault.NONE ? mailerOnly(faults).decide(port, call) : fault;
        });
    node.signUp("ada");

    node.rest();

    assertThat(mail(trial).state()).isEqualTo(Mail.State.SENT);
    assertThat(mail(trial).variables()).isEmpty();
  }

  @Test
  void aLetterWhoseAnswerWasLostIsSentAgainUnderTheSameId() {
    var faults = new FaultScript();
    faults.next("send", Fault.ANSWER_LOST);
    var node = trial.through(mailerOnly(faults));
    node.signUp("ada");

    node.pass(Duration.ofSeconds(10));

    assertThat(mail(trial).attempts()).isEqualTo(2);
    assertThat(trial.site().mailer().letters()).hasSize(1);
  }

  private static void work(Trial node) {
    node.eutlas().sweepOnce();
    node.rest();
  }

  private static FaultPlan mailerOnly(FaultPlan plan) {
    return (port, call) -> port.equals("Mailer") ? plan.decide(port, call) : Fault.NONE;
  }

  private static PortFailure away() {
    return new PortFailure.Unavailable(
        "MAIL_SERVER_AWAY", "The mail server does not answer.", null);
  }

  private static Mail mail(Trial trial) {
    var id = trial.site().jobs().mails().getFirst();
    return trial.site().mails().find(id).orElseThrow();
  }

  private Instant now() {
    return trial.site().clock().instant();
  }
}

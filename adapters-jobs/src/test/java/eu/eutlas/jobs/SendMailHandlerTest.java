package eu.eutlas.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.testkit.mail.Mails;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

final class SendMailHandlerTest {
  private final SendMailRequest request = SendMailRequest.of(Mails.id(1));
  private final RunByHand run = new RunByHand(request);

  @Test
  void endsWhenNothingIsLeftToDo() {
    handle(mail -> {
      assertThat(mail).isEqualTo(Mails.id(1));
      return Optional.empty();
    });

    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }

  @Test
  void comesAgainWhenTheMailIsDue() {
    handle(mail -> Optional.of(run.clock().instant().plusSeconds(30)));

    assertThat(run.waitsFor()).isEqualTo("The mail is not sent yet PT30S");
  }

  @Test
  void comesBackFromAnOutage() {
    handle(mail -> {
      throw new PortFailure.Unavailable("STORE_GONE", "The store is gone.", null);
    });

    assertThat(run.waitsFor()).isEqualTo("The store is gone. PT1S");
    assertThat(JobStore.log(run.job())).containsExactly("WARN The store is gone. (STORE_GONE)");
  }

  private void handle(Function<MailId, Optional<Instant>> send) {
    var handler = new SendMailHandler(send, run.runs());
    run.run(() -> handler.run(request));
  }
}

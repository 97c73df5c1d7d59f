package eu.eutlas.domain.event;

import static eu.eutlas.domain.Given.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EventTest {

  @ParameterizedTest
  @EnumSource(EventType.class)
  void hasTheSeverityOfItsType(EventType type) {
    assertThat(event(type).severity()).isEqualTo(type.severity());
  }

  @Test
  void onlyAFailedOperationOrBackupOrProofIsAnError() {
    assertThat(EventType.values())
        .filteredOn(type -> type.severity() == Severity.ERROR)
        .containsExactly(
            EventType.BACKUP_FAILED,
            EventType.BACKUP_PROOF_FAILED,
            EventType.CLUSTER_OPERATION_FAILED);
  }

  @Test
  void theOutboxKeepsTheOrderOfWhatHappened() {
    var first = event(EventType.CLUSTER_READY, 30);
    var second = event(EventType.CLUSTER_DEGRADED, 31);
    var ended = Given.operation(OperationType.CREATE, 20).succeed(Given.NOW);

    var outbox = Outbox.EMPTY.tell(first).finish(ended).tell(second);

    assertThat(outbox.events()).containsExactly(first, second);
    assertThat(outbox.operations()).containsExactly(ended);
  }

  @Test
  void theOutboxIsEmptyWithoutEventsAndOperations() {
    var ended = Given.operation(OperationType.CREATE, 20).succeed(Given.NOW);

    assertThat(Outbox.EMPTY.isEmpty()).isTrue();
    assertThat(Outbox.EMPTY.tell(event(EventType.CLUSTER_READY)).isEmpty()).isFalse();
    assertThat(Outbox.EMPTY.finish(ended).isEmpty()).isFalse();
  }

  @Test
  void aSequenceBeginsAtOne() {
    var event = event(EventType.PROJECT_CREATED);

    assertThat(new LoggedEvent(1, "00", event).seq()).isEqualTo(1);
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new LoggedEvent(0, "00", event));
  }

  @Test
  void aPersonIsRememberedWithNameAndAddress() {
    assertThat(Initiator.of(Given.person()))
        .isEqualTo(
            new Initiator(
                Initiator.Kind.USER,
                Optional.of(Given.USER.value()),
                "Ada",
                Optional.of("192.0.2.1"),
                Optional.of("curl/8")));
  }

  @Test
  void aGuestIsRememberedWithoutId() {
    var remembered = Initiator.of(Given.guest());

    assertThat(remembered.id()).isEmpty();
    assertThat(remembered.name()).isEqualTo("guest");
    assertThat(remembered.address()).contains("192.0.2.1");
  }

  @Test
  void aMachineIsRememberedByItsReason() {
    var remembered = Initiator.of(new Actor.Machine("admin grant", Given.CORRELATION));

    assertThat(remembered.kind()).isEqualTo(Initiator.Kind.SYSTEM);
    assertThat(remembered.name()).isEqualTo("admin grant");
    assertThat(remembered.address()).isEmpty();
  }
}

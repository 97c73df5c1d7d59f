package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TypedIdsTest {

  static Stream<Named<Function<String, Object>>> types() {
    return Stream.of(
        Named.of("ClusterId", ClusterId::new),
        Named.of("EventId", EventId::new),
        Named.of("OperationId", OperationId::new),
        Named.of("OrgId", OrgId::new),
        Named.of("ProjectId", ProjectId::new),
        Named.of("SessionId", SessionId::new),
        Named.of("UserId", UserId::new));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypedIdReadsAsItsText(Function<String, Object> type) {
    assertThat(type.apply(Given.hex(7))).hasToString("000000000000000000000007");
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypedIdRefusesWhatIsNoId(Function<String, Object> type) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> type.apply("7"));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> type.apply("../../../../etc/passwd.."));
  }
}

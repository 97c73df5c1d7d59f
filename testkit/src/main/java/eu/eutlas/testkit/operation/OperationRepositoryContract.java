package eu.eutlas.testkit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.testkit.Paging;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Initiators;
import eu.eutlas.testkit.organization.Organizations;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link OperationRepository} holds to. */
public abstract class OperationRepositoryContract {
  private static final int RUNNERS = 16;
  private static final Instant NOW = PinnedClock.START;
  private static final OrgId ORG = Organizations.id(1);
  private static final OrgId OTHER = Organizations.id(2);
  private static final ClusterId CLUSTER = Clusters.id(1);

  private OperationRepository operations;

  /** A repository over a new, empty store. */
  protected abstract OperationRepository repository();

  @BeforeEach
  void begin() {
    operations = repository();
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(operations.find(Scopes.everything(), Operations.id(1))).isEmpty();
    assertThat(Paging.first(page -> operations.list(Scopes.of(ORG), CLUSTER, page))).isEmpty();
  }

  @Test
  void keepsEveryField() {
    var operation =
        Operations.anOperation(1)
            .type(OperationType.DELETE)
            .org(OTHER)
            .by(Initiators.unusual())
            .correlationId("a.b_c-D")
            .at(OperationStep.REMOVING)
            .startedAt(NOW.plusMillis(1))
            .failedAttempt(error(FailureClass.TRANSIENT, 1), NOW.plusMillis(2), NOW.plusMillis(3))
            .failedAttempt(error(FailureClass.OUTCOME_UNKNOWN, 2), NOW.plusMillis(4), NOW)
            .failedAt(NOW.plusMillis(5))
            .build();
    operations.add(operation);

    assertThat(operations.find(Scopes.of(OTHER), operation.id())).contains(operation);
  }

  @Test
  void keepsAsManyAttemptsAsAreRemembered() {
    var tried = Operations.anOperation(1);
    IntStream.rangeClosed(1, Operation.REMEMBERED + 3)
        .forEach(number -> tried.failedAttempt(error(FailureClass.TRANSIENT, number), NOW, NOW));
    var ended = tried.supersededAt(NOW).build();
    operations.add(ended);

    assertThat(operations.find(Scopes.of(ORG), ended.id())).contains(ended);
  }

  @Test
  void leavesAnOperationThatIsThereAsItIs() {
    operations.add(ended(1));

    operations.add(Operations.anOperation(1).failedAt(NOW.plusSeconds(9)).build());

    assertThat(operations.find(Scopes.of(ORG), Operations.id(1))).contains(ended(1));
  }

  @Test
  void takesTheSameOperationFromManyRelaysOnce() {
    Race.run(
        RUNNERS,
        runner -> {
          operations.add(ended(1));
          return runner;
        });

    assertThat(Paging.first(page -> operations.list(Scopes.of(ORG), CLUSTER, page)))
        .containsExactly(ended(1));
  }

  @Test
  void showsAnOperationToItsOrganizationOnly() {
    operations.add(ended(1));

    assertThat(operations.find(Scopes.of(OTHER), Operations.id(1))).isEmpty();
    assertThat(operations.find(Scopes.of(), Operations.id(1))).isEmpty();
    assertThat(operations.find(Scopes.everything(), Operations.id(1))).contains(ended(1));
    assertThat(Paging.first(page -> operations.list(Scopes.of(OTHER), CLUSTER, page))).isEmpty();
    assertThat(Paging.first(page -> operations.list(Scopes.everything(), CLUSTER, page)))
        .containsExactly(ended(1));
  }

  @Test
  void listsTheOperationsOfAClusterNewestFirst() {
    IntStream.of(2, 5, 1, 4, 3).forEach(number -> operations.add(ended(number)));
    operations.add(Operations.anOperation(6).cluster(Clusters.id(2)).succeededAt(NOW).build());

    for (var limit = 1; limit <= 6; limit++) {
      assertThat(Paging.all(limit, page -> operations.list(Scopes.of(ORG), CLUSTER, page)))
          .containsExactly(ended(5), ended(4), ended(3), ended(2), ended(1));
    }
  }

  @Test
  void losesNoneOfOperationsThatBeganAtTheSameMoment() {
    IntStream.rangeClosed(1, 7)
        .forEach(number -> operations.add(Operations.anOperation(number).succeededAt(NOW).build()));

    assertThat(Paging.all(2, page -> operations.list(Scopes.of(ORG), CLUSTER, page)))
        .extracting(Operation::id)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 7).mapToObj(Operations::id).toList());
  }

  /** Ended operations of the same cluster; a higher number began later and has a later id. */
  private static Operation ended(int number) {
    var began = NOW.plusSeconds(number);
    return Operations.anOperation(number)
        .startedAt(began)
        .succeededAt(began.plusMillis(500))
        .build();
  }

  private static OperationError error(FailureClass failureClass, int number) {
    return new OperationError(failureClass, "CODE_" + number, UnusualText.ANY + number);
  }
}

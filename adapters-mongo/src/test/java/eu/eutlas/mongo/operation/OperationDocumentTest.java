package eu.eutlas.mongo.operation;

import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.operation.Operations;
import org.junit.jupiter.api.Test;

final class OperationDocumentTest {

  @Test
  void keepsTheForm() {
    var now = PinnedClock.START;
    var error = new OperationError(FailureClass.OUTCOME_UNKNOWN, "NO_ANSWER", "It did not answer.");
    var operation =
        Operations.anOperation(1)
            .type(OperationType.DELETE)
            .at(OperationStep.REMOVING)
            .failedAttempt(error, now.plusMillis(1), now.plusMillis(2))
            .failedAt(now.plusMillis(3))
            .build();

    GoldenDocument.check(
        "operation", operation, OperationDocument::toBson, OperationDocument::fromBson);
  }
}

package eu.eutlas.testkit.operation;

import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.testkit.HexIds;

/** Operations for tests. */
public final class Operations {
  private Operations() {}

  public static OperationId id(int number) {
    return new OperationId(HexIds.of(number));
  }

  public static OperationBuilder anOperation() {
    return anOperation(1);
  }

  /** A running creation of cluster 1 in project 1 of organization 1, accepted and not begun. */
  public static OperationBuilder anOperation(int number) {
    return new OperationBuilder(number);
  }
}

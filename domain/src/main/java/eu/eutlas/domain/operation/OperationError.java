package eu.eutlas.domain.operation;

/**
 * Why an attempt failed.
 *
 * @param code stable, UPPER_SNAKE
 * @param message a sentence for people, without the text of foreign systems
 */
public record OperationError(FailureClass failureClass, String code, String message) {

  /** The same, told as the cause of what these words say. */
  public OperationError after(String words) {
    return new OperationError(failureClass, code, words + message);
  }
}

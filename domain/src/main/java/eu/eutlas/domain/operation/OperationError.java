package eu.eutlas.domain.operation;

/**
 * Why an attempt failed.
 *
 * @param code stable, UPPER_SNAKE
 * @param message a sentence for people, without the text of foreign systems
 */
public record OperationError(FailureClass failureClass, String code, String message) {}

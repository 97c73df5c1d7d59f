package eu.eutlas.domain.operation;

/** An operation runs until it ends in one of four ways; an ended operation never changes again. */
public enum OperationState {
  RUNNING,
  SUCCEEDED,
  FAILED,
  SUPERSEDED,
  CANCELLED
}

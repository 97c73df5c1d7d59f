package eu.eutlas.application;

import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import org.jspecify.annotations.Nullable;

/**
 * Something outside did not do what a port promises. Adapters classify at the call itself; the
 * message is a sentence for people and never carries the text of a foreign system, which stays in
 * the cause.
 */
public abstract sealed class PortFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  private PortFailure(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The kind of failure, by which the lifecycle decides whether to try again. */
  public abstract FailureClass failureClass();

  /** The failure as an operation shows it. */
  public OperationError error() {
    return new OperationError(failureClass(), code, String.valueOf(getMessage()));
  }

  /** It did not happen, and may work in a while. */
  public static final class Unavailable extends PortFailure {
    private static final long serialVersionUID = 1L;

    public Unavailable(String code, String message, @Nullable Throwable cause) {
      super(code, message, cause);
    }

    @Override
    public FailureClass failureClass() {
      return FailureClass.TRANSIENT;
    }
  }

  /** It may have happened or not: read before repeating. */
  public static final class OutcomeUnknown extends PortFailure {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String code, String message, @Nullable Throwable cause) {
      super(code, message, cause);
    }

    @Override
    public FailureClass failureClass() {
      return FailureClass.OUTCOME_UNKNOWN;
    }
  }

  /** It did not happen, and will not however often it is tried. */
  public static final class Rejected extends PortFailure {
    private static final long serialVersionUID = 1L;

    public Rejected(String code, String message, @Nullable Throwable cause) {
      super(code, message, cause);
    }

    @Override
    public FailureClass failureClass() {
      return FailureClass.PERMANENT;
    }
  }

  /**
   * A document with the same id, or the same value of a unique field, exists; nothing was written.
   */
  public static final class Duplicate extends PortFailure {
    private static final long serialVersionUID = 1L;

    public Duplicate(String message, @Nullable Throwable cause) {
      super("DUPLICATE", message, cause);
    }

    @Override
    public FailureClass failureClass() {
      return FailureClass.PERMANENT;
    }
  }
}

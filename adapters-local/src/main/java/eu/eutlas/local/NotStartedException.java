package eu.eutlas.local;

/** A server could not be started now; the message is a sentence for people. */
final class NotStartedException extends Exception {
  NotStartedException(String message, Throwable cause) {
    super(message, cause);
  }
}

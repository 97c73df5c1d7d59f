package eu.eutlas.embeddedmongo;

/** The server could not start or could not keep its promise to store. */
public class EmbeddedMongoException extends RuntimeException {

  EmbeddedMongoException(String message, Throwable cause) {
    super(message, cause);
  }

  EmbeddedMongoException(String message) {
    super(message);
  }
}

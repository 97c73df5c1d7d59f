package eu.eutlas.k8s;

/** What a listing or a watch began from is forgotten by the API server: begin again. */
final class ExpiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExpiredException() {
    super("The API server does not remember so far back.");
  }
}

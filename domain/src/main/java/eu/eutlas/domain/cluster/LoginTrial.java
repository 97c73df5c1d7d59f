package eu.eutlas.domain.cluster;

/** What became of trying a login at an endpoint. */
public sealed interface LoginTrial {

  /** All went well. */
  record Proved() implements LoginTrial {}

  /** The server answers and does not know the login. */
  record Refused() implements LoginTrial {}

  /** The server does not serve yet; the detail is a sentence for people. */
  record NotYet(String detail) implements LoginTrial {}
}

package eu.eutlas.domain.cluster;

/** What became of trying the customer's login at an endpoint. */
public sealed interface LoginTrial {

  /** Nobody tried: the observation is the data plane's alone. */
  record NotTried() implements LoginTrial {}

  /** Login, primary, write and read with majority: all went well. */
  record Proved() implements LoginTrial {}

  /** The server answers and does not know the login. */
  record Refused() implements LoginTrial {}

  /** The server does not serve yet; the detail is a sentence for people. */
  record NotYet(String detail) implements LoginTrial {}
}

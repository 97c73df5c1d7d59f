package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.ReadCredentials;

/**
 * How to connect.
 *
 * @param shell a command line that connects
 */
record CredentialsResponse(
    String connectionString,
    String host,
    int port,
    String username,
    String password,
    String shell) {
  static CredentialsResponse of(ReadCredentials.Credentials credentials) {
    var connectionString = credentials.connectionString().reveal();
    return new CredentialsResponse(
        connectionString,
        credentials.endpoint().host(),
        credentials.endpoint().port(),
        credentials.username(),
        credentials.password().reveal(),
        "mongosh \"" + connectionString + "\"");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CredentialsResponse[" + username + "@" + host + ":" + port + "]";
  }
}

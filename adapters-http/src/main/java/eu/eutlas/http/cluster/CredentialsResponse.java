package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.ReadCredentials;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to connect.
 *
 * @param shell a command line that connects
 * @param former the login of before the last rotation; null when it does not work any more
 */
record CredentialsResponse(
    String connectionString,
    String host,
    int port,
    String username,
    String password,
    String shell,
    @Nullable FormerLoginResponse former) {

  /** A login that works until then. */
  record FormerLoginResponse(String username, Instant until) {
    static FormerLoginResponse of(ReadCredentials.Former former) {
      return new FormerLoginResponse(former.username(), former.until());
    }
  }

  static CredentialsResponse of(ReadCredentials.Credentials credentials) {
    var connectionString = credentials.connectionString().reveal();
    return new CredentialsResponse(
        connectionString,
        credentials.endpoint().host(),
        credentials.endpoint().port(),
        credentials.username(),
        credentials.password().reveal(),
        "mongosh \"" + connectionString + "\"",
        credentials.former().map(FormerLoginResponse::of).orElse(null));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CredentialsResponse[" + username + "@" + host + ":" + port + "]";
  }
}

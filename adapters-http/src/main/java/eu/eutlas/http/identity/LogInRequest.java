package eu.eutlas.http.identity;

import eu.eutlas.application.identity.LogIn;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.http.json.JsonRequest;
import java.util.Optional;

/** Who wants to log in, and where the refresh token is to be kept. */
record LogInRequest(Email email, Secret password, Optional<ClientKind> client)
    implements JsonRequest {
  LogIn.Command command() {
    return new LogIn.Command(email, password, client.orElse(ClientKind.PROGRAM));
  }
}

package eu.eutlas.http.identity;

import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.http.json.JsonRequest;

/** Who wants an account. */
record SignUpRequest(Email email, NewPassword password, PersonName name) implements JsonRequest {}

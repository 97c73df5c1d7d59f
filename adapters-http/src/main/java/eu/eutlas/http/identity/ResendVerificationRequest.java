package eu.eutlas.http.identity;

import eu.eutlas.domain.identity.Email;
import eu.eutlas.http.json.JsonRequest;

/** Who did not get the mail. */
record ResendVerificationRequest(Email email) implements JsonRequest {}

package eu.eutlas.http.identity;

import eu.eutlas.domain.Secret;
import eu.eutlas.http.json.JsonRequest;

/** The token of a mailed link. */
record VerifyEmailRequest(Secret token) implements JsonRequest {}

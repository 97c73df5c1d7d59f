package eu.eutlas.http.identity;

import eu.eutlas.domain.Secret;
import eu.eutlas.http.json.JsonRequest;
import eu.eutlas.http.json.MayBeAbsent;
import java.util.Optional;

/** The refresh token of a program; the console's comes as a cookie. */
@MayBeAbsent
record RefreshRequest(Optional<Secret> refreshToken) implements JsonRequest {}

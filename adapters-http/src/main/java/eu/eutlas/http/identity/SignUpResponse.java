package eu.eutlas.http.identity;

import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.UserId;

/** The account that was asked for. */
record SignUpResponse(String userId, String email) {
  static SignUpResponse of(UserId id, Email email) {
    return new SignUpResponse(id.value(), email.value());
  }
}

package eu.eutlas.http.identity;

import eu.eutlas.domain.identity.User;

/** A user, as the user sees it. */
record UserResponse(String id, String email, String name, boolean verified) {
  static UserResponse of(User user) {
    return new UserResponse(
        user.id().value(), user.email().value(), user.name().value(), user.isVerified());
  }
}

package eu.eutlas.application.identity;

import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.User;
import java.time.Duration;

/** The tokens of an open session. */
public record SignedIn(
    Secret accessToken, Duration expiresIn, Secret refreshToken, ClientKind client, User user) {}

package eu.eutlas.application.planted;

import eu.eutlas.domain.Secret;

/** Planted: an application class that handles a secret in the clear. */
public final class RevealsASecret {
  public String show(Secret secret) {
    return secret.reveal();
  }
}

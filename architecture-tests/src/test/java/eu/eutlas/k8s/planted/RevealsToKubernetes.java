package eu.eutlas.k8s.planted;

import eu.eutlas.domain.Secret;

/** Planted: a secret in the clear in a manifest. */
public final class RevealsToKubernetes {
  private RevealsToKubernetes() {}

  public static String manifest(Secret password) {
    return password.reveal();
  }
}

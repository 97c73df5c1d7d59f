package eu.eutlas.jobs;

import eu.eutlas.domain.Secret;

/**
 * Who may look at the dashboard, by HTTP's basic scheme.
 *
 * @param username not empty and without a colon
 * @param password not empty
 */
public record DashboardCredentials(String username, Secret password) {
  public DashboardCredentials {
    if (username.isEmpty() || username.contains(":")) {
      throw new IllegalArgumentException("The dashboard's user name is empty or has a colon.");
    }
    if (password.reveal().isEmpty()) {
      throw new IllegalArgumentException("The dashboard's password is empty.");
    }
  }
}

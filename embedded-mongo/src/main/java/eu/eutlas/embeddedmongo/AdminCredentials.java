package eu.eutlas.embeddedmongo;

import java.util.regex.Pattern;

/**
 * Name and password of the user that holds the role {@code root}. It lives in the database {@code
 * admin} and is made or brought to this password at each start.
 *
 * @param username 1 to 64 letters, digits, {@code _}, {@code -} or {@code .}
 * @param password at least 8 characters; never printed
 */
public record AdminCredentials(String username, String password) {

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final int SHORTEST_PASSWORD = 8;

  public AdminCredentials {
    if (!USERNAME.matcher(username).matches()) {
      throw new IllegalArgumentException(
          "an admin name is 1 to 64 letters, digits, '_', '-' or '.': " + username);
    }
    if (password.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException(
          "an admin password has at least " + SHORTEST_PASSWORD + " characters");
    }
  }

  @Override
  public String toString() {
    return "AdminCredentials[username=" + username + ", password=***]";
  }
}

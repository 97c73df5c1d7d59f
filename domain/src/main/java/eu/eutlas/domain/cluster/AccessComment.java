package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Text;

/** What people note about a range that they let in; may be empty. */
public record AccessComment(String value) {
  public static final AccessComment NONE = new AccessComment("");

  private static final int LONGEST = 200;

  public AccessComment {
    value = Text.require(value, 0, LONGEST, "A comment");
  }

  @Override
  public String toString() {
    return value;
  }
}

package eu.eutlas.domain.organization;

import eu.eutlas.domain.Text;

/** The name of an organization: 2 to 50 characters. Two organizations may have the same. */
public record OrgName(String value) {
  private static final int MIN_LENGTH = 2;
  private static final int MAX_LENGTH = 50;

  public OrgName {
    value = Text.require(value, MIN_LENGTH, MAX_LENGTH, "An organization's name");
  }

  @Override
  public String toString() {
    return value;
  }
}

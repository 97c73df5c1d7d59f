package eu.eutlas.domain.identity;

import eu.eutlas.domain.Text;

/** How a person wants to be called: 1 to 100 characters. */
public record PersonName(String value) {
  private static final int MAX_LENGTH = 100;

  public PersonName {
    value = Text.require(value, 1, MAX_LENGTH, "A name");
  }

  @Override
  public String toString() {
    return value;
  }
}

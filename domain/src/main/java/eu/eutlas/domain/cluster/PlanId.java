package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.regex.Pattern;

/** The id of a plan, as people write it: DEV. */
public record PlanId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");

  public PlanId {
    InvalidValue.unless(
        SHAPE.matcher(value).matches(), "A plan is written in capital letters, such as DEV.");
  }

  @Override
  public String toString() {
    return value;
  }
}

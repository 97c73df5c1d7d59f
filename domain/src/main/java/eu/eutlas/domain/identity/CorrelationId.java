package eu.eutlas.domain.identity;

import eu.eutlas.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * The thread through a request and everything that it causes: 1 to 64 of {@code [A-Za-z0-9_.-]}.
 */
public record CorrelationId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  public CorrelationId {
    InvalidValue.unless(
        SHAPE.matcher(value).matches(), "A correlation id has 1 to 64 of A-Z a-z 0-9 _ . -");
  }

  @Override
  public String toString() {
    return value;
  }
}

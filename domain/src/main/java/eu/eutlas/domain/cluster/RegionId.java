package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.regex.Pattern;

/** The id of a region, as people write it: local. */
public record RegionId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,29}");

  public RegionId {
    InvalidValue.unless(
        SHAPE.matcher(value).matches(), "A region is written in small letters, such as local.");
  }

  @Override
  public String toString() {
    return value;
  }
}

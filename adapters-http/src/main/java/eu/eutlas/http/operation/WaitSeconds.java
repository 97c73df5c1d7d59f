package eu.eutlas.http.operation;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long an answer may wait for the end of an operation. */
public record WaitSeconds(String text) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]|[12][0-9]|30");

  public WaitSeconds {
    InvalidValue.unless(NUMBER.matcher(text).matches(), "Give a number of seconds from 0 to 30.");
  }

  Duration duration() {
    return Duration.ofSeconds(Long.parseLong(text));
  }
}

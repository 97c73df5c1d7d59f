package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;

/** Reads how often what fails is tried, and after which waits. */
final class RetryReader {
  private static final int MOST_ATTEMPTS = 1000;

  private final Given given;

  RetryReader(Given given) {
    this.given = given;
  }

  RetryPolicy read() {
    var usual = RetryPolicy.USUAL;
    var first = given.value(Key.RETRY_FIRST, ConfigurationReader::duration, usual.first());
    return new RetryPolicy(
        first,
        given.value(Key.RETRY_FACTOR, text -> share(text, 1, 10), usual.factor()),
        longest(first),
        given.value(Key.RETRY_JITTER, text -> share(text, 0, 0.9), usual.jitter()),
        attempts(Key.RETRY_ATTEMPTS, usual.attempts()),
        attempts(Key.RETRY_UNKNOWN, usual.unknownAttempts()));
  }

  private Duration longest(Duration first) {
    var usual = RetryPolicy.USUAL.longest();
    var longest = given.value(Key.RETRY_LONGEST, ConfigurationReader::duration, usual);
    if (longest.compareTo(first) < 0) {
      given.fault(Key.RETRY_LONGEST, "it is not shorter than the first wait.");
      return first;
    }
    return longest;
  }

  private int attempts(Key key, int usual) {
    return given.value(key, text -> ConfigurationReader.number(text, 1, MOST_ATTEMPTS), usual);
  }

  private static double share(String text, double least, double most) {
    var sentence = "it is a number from " + least + " to " + most + ".";
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(sentence, e);
    }
    if (number >= least && number <= most) {
      return number;
    }
    throw new IllegalArgumentException(sentence);
  }
}

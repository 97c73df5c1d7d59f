package eu.eutlas.domain.identity;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;

/**
 * A password that somebody chooses: 12 to 128 characters of any kind, no rules of composition (NIST
 * SP 800-63B, 5.1.1.2). Whether it is a known bad one is looked up by the application.
 */
public record NewPassword(Secret secret) {
  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 128;

  public NewPassword {
    var text = secret.reveal();
    var length = text.codePointCount(0, text.length());
    InvalidValue.unless(
        length >= MIN_LENGTH && length <= MAX_LENGTH, "A password has 12 to 128 characters.");
    InvalidValue.unless(
        text.chars().noneMatch(Character::isISOControl), "A password has no control characters.");
  }

  public static NewPassword parse(String text) {
    return new NewPassword(new Secret(text));
  }
}

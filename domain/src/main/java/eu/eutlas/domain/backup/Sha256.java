package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;
import java.util.HexFormat;

/** A SHA-256 (FIPS 180-4), or a sum of such, as 64 hexadecimal digits in lower case. */
public record Sha256(String hex) {
  private static final int BYTES = 32;

  public Sha256 {
    InvalidValue.unless(
        hex.length() == 2 * BYTES
            && hex.chars().allMatch(digit -> HexFormat.isHexDigit(digit) && !isUpper(digit)),
        "A SHA-256 has 64 hexadecimal digits in lower case.");
  }

  private static boolean isUpper(int digit) {
    return digit >= 'A' && digit <= 'F';
  }

  public static Sha256 of(byte[] bytes) {
    return new Sha256(HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return hex;
  }
}

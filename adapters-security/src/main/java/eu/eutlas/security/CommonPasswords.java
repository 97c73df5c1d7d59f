package eu.eutlas.security;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The passwords that everybody tries. One is known to be bad when at most {@value #FEW} pieces make
 * it up, such as {@code password} and {@code 1234}. A piece is a word of our own list (in any case,
 * and with the usual digits for letters), a run along the alphabet, the digits or a keyboard, one
 * character repeated, a year, or any single character.
 */
final class CommonPasswords {
  private static final int FEW = 4;
  private static final int MIN_RUN = 3;
  private static final String RESOURCE = "common-words.txt";

  /** Ways that fingers take. Each counts in both directions. */
  private static final List<String> PATHS =
      List.of(
          "01234567890",
          "abcdefghijklmnopqrstuvwxyz",
          "qwertyuiop[]",
          "asdfghjkl;'",
          "zxcvbnm,./",
          "qwertzuiopü",
          "yxcvbnm",
          "azertyuiop",
          "qsdfghjklm",
          "wxcvbn",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
          "qazwsxedcrfvtgbyhnujmik,ol.p;/",
          "1q2w3e4r5t6y7u8i9o0p",
          "q1w2e3r4t5y6u7i8o9p0",
          "147258369",
          "159357",
          "!@#$%^&*()",
          "!\"§$%&/()=",
          "112233445566778899");

  private final Set<String> words;
  private final int longest;

  private CommonPasswords(Set<String> words) {
    this.words = words.stream().map(CommonPasswords::plain).collect(toUnmodifiableSet());
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Reads the list of words: one a line, lines with # are remarks. */
  static CommonPasswords load() {
    try (var in = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing.");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      var words = new HashSet<String>();
      lines.map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).forEach(words::add);
      return new CommonPasswords(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isKnownBad(String password) {
    var typed = password.toLowerCase(Locale.ROOT);
    return pieces(smallestUnit(typed)) <= FEW;
  }

  /** The part that a text repeats from beginning to end, or the text itself. */
  private static String smallestUnit(String text) {
    for (var length = 1; length <= text.length() / 2; length++) {
      if (text.startsWith(text.substring(length))) {
        return text.substring(0, length);
      }
    }
    return text;
  }

  /** The fewest pieces that make up the text; {@code fewest[i]} is for its first i characters. */
  private int pieces(String text) {
    var plain = plain(text);
    var fewest = new int[text.length() + 1];
    for (var end = 1; end <= text.length(); end++) {
      fewest[end] = fewest[end - 1] + 1;
      for (var start = 0; start < end - 1; start++) {
        if (fewest[start] + 1 < fewest[end] && isPiece(text, plain, start, end)) {
          fewest[end] = fewest[start] + 1;
        }
      }
    }
    return fewest[text.length()];
  }

  private boolean isPiece(String text, String plain, int start, int end) {
    var piece = text.substring(start, end);
    return isRepeated(piece)
        || isRun(piece)
        || isYear(piece)
        || (piece.length() <= longest && words.contains(plain.substring(start, end)));
  }

  private static boolean isRepeated(String piece) {
    return piece.chars().allMatch(c -> c == piece.charAt(0));
  }

  private static boolean isRun(String piece) {
    var backwards = new StringBuilder(piece).reverse().toString();
    return (piece.length() >= MIN_RUN || isDigits(piece))
        && PATHS.stream().anyMatch(path -> path.contains(piece) || path.contains(backwards));
  }

  private static boolean isYear(String piece) {
    return piece.length() == 4
        && isDigits(piece)
        && (piece.startsWith("19") || piece.startsWith("20"));
  }

  private static boolean isDigits(String piece) {
    return piece.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** With one letter for all that commonly stand for each other, one for one. */
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.chars()
        .forEach(c ->
            plain.append(
                switch (c) {
                  case '0' -> 'o';
                  case '1', '!', '|', 'i' -> 'l';
                  case '3', '€' -> 'e';
                  case '4', '@' -> 'a';
                  case '5', '$' -> 's';
                  case '7', '+' -> 't';
                  default -> (char) c;
                }));
    return plain.toString();
  }
}

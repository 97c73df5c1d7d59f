package eu.eutlas.domain.project;

import eu.eutlas.domain.Text;
import java.text.Normalizer;
import java.util.Locale;

/** The name of a project: 2 to 50 characters, unique in its organization whatever the case. */
public record ProjectName(String value) {
  private static final int MIN_LENGTH = 2;
  private static final int MAX_LENGTH = 50;

  public ProjectName {
    value = Text.require(value, MIN_LENGTH, MAX_LENGTH, "A project's name");
  }

  /** The name as it is compared. */
  public String key() {
    // There and back: Straße and STRASSE meet only in capitals.
    var capitals = compatible(value).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    return compatible(capitals.toLowerCase(Locale.ROOT));
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  @Override
  public String toString() {
    return value;
  }
}

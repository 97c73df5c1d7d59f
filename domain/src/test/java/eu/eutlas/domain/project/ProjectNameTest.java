package eu.eutlas.domain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Text;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectNameTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 50})
  void hasTwoToFiftyCharacters(int length) {
    assertThat(new ProjectName("字".repeat(length)).value()).hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 51})
  void isNeitherShorterNorLonger(int length) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new ProjectName("字".repeat(length)))
        .withMessage("A project's name has 2 to 50 characters.");
  }

  @Test
  void keepsItsCaseForPeople() {
    assertThat(new ProjectName(" My Shop ")).hasToString("My Shop");
  }

  @ParameterizedTest
  @CsvSource({
    "Shop, SHOP",
    "Straße, STRASSE",
    "Οδός, ΟΔΌΣ",
    "e\u0301tude, \u00e9tude",
    "Ｓｈｏｐ, Shop",
    "a\u00a0b, a b"
  })
  void namesThatReadAlikeHaveTheSameKey(String one, String other) {
    assertThat(new ProjectName(one).key()).isEqualTo(new ProjectName(other).key());
  }

  @ParameterizedTest
  @CsvSource({"Shop, Shop 2", "Shop, Chop", "bar, bär"})
  void namesThatReadDifferentlyHaveDifferentKeys(String one, String other) {
    assertThat(new ProjectName(one).key()).isNotEqualTo(new ProjectName(other).key());
  }

  @Property
  void theKeyIsTheSameWhateverTheCase(@ForAll @StringLength(max = 4) String letters) {
    var text = "a" + letters + "b";
    if (!Text.isPlain(text)) {
      return;
    }
    var key = new ProjectName(text).key();

    assertThat(new ProjectName(text.toUpperCase(Locale.ROOT)).key()).isEqualTo(key);
    assertThat(new ProjectName(text.toLowerCase(Locale.ROOT)).key()).isEqualTo(key);
  }
}

package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

final class TextPropertyTest {

  @Property
  void isAcceptedUnchangedOrRefused(@ForAll @StringLength(max = 8) String text) {
    try {
      var accepted = Text.require(text, 1, 6, "It");

      assertThat(text).contains(accepted);
      assertThat(accepted.codePointCount(0, accepted.length())).isBetween(1, 6);
      assertThat(Text.isPlain(accepted)).isTrue();
      assertThat(Text.require(accepted, 1, 6, "It")).isEqualTo(accepted);
    } catch (InvalidValue refused) {
      assertThat(refused).hasMessageStartingWith("It has ");
    }
  }
}

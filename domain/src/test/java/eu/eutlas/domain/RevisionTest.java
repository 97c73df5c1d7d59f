package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class RevisionTest {

  @Test
  void countsFromOneOn() {
    assertThat(Revision.FIRST).isEqualTo(new Revision(1));
    assertThat(Revision.FIRST.next()).isEqualTo(new Revision(2));
  }

  @Test
  void refusesLessThanOne() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Revision(0));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Revision(-1));
  }
}

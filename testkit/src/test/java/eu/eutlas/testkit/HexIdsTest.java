package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.HexId;
import org.junit.jupiter.api.Test;

final class HexIdsTest {

  @Test
  void areIdsThatSortByTheirNumber() {
    assertThat(HexId.require(HexIds.of(7))).isEqualTo(HexIds.of(7));
    assertThat(HexIds.of(9)).isLessThan(HexIds.of(10));
    assertThat(HexIds.of(255)).isLessThan(HexIds.of(256));
    assertThat(HexIds.numberOf(HexIds.of(10_000))).isEqualTo(10_000);
  }
}

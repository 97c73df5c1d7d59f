package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.InvalidValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AccessListTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void letsNobodyInWhenItIsEmpty() {
    assertThat(AccessList.NOBODY.ranges()).isEmpty();
    assertThat(AccessList.NOBODY.nextExpiry()).isEmpty();
  }

  @Test
  void hasEachRangeOnce() {
    assertThatThrownBy(() -> new AccessList(List.of(entry("10.0.0.0/8"), entry("10.0.0.0/8"))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("10.0.0.0/8");
  }

  @Test
  void hasAnEnd() {
    var entries =
        IntStream.rangeClosed(0, 200).mapToObj(i -> entry("10.0." + i + ".0/24")).toList();

    assertThat(new AccessList(entries.subList(0, 200)).entries()).hasSize(200);
    assertThatThrownBy(() -> new AccessList(entries)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void keepsThePlaceOfAnEntryThatIsGivenAgain() {
    var list = AccessList.NOBODY.with(entry("10.0.0.0/8")).with(entry("192.0.2.0/24"));
    var office = new AccessEntry(Cidr.parse("10.0.0.0/8"), "  Office ", Optional.empty());

    assertThat(list.with(office).entries()).containsExactly(office, entry("192.0.2.0/24"));
    assertThat(office.comment()).isEqualTo("Office");
  }

  @Test
  void losesARange() {
    var list = AccessList.NOBODY.with(entry("10.0.0.0/8")).with(entry("192.0.2.0/24"));

    assertThat(list.without(Cidr.parse("10.0.0.0/8")).entries())
        .containsExactly(entry("192.0.2.0/24"));
    assertThat(list.without(Cidr.parse("198.51.100.0/24"))).isEqualTo(list);
  }

  @Test
  void forgetsAnEntryFromTheMomentOfItsExpiryOn() {
    var stays = entry("10.0.0.0/8");
    var goes = new AccessEntry(Cidr.parse("192.0.2.7"), "a guest", Optional.of(NOW));
    var list = new AccessList(List.of(stays, goes));

    assertThat(list.at(NOW.minusMillis(1))).isEqualTo(list);
    assertThat(list.at(NOW).entries()).containsExactly(stays);
    assertThat(list.nextExpiry()).contains(NOW);
  }

  @Test
  void refusesAnEndlessComment() {
    assertThatThrownBy(() -> new AccessEntry(Cidr.parse("::1"), "x".repeat(201), Optional.empty()))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void leavesOutRangesWithinOthers() {
    var list =
        AccessList.NOBODY
            .with(entry("192.0.2.0/24"))
            .with(entry("10.1.0.0/16"))
            .with(entry("10.0.0.0/8"))
            .with(entry("2001:db8::/32"));

    assertThat(list.ranges())
        .extracting(Cidr::value)
        .containsExactly("10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32");
  }

  /** What is enforced lets in exactly whom the list lets in. */
  @Property
  void enforcesTheSameAddresses(
      @ForAll @Size(max = 8) List<@IntRange(max = 32) Integer> prefixes, @ForAll int address) {
    var entries = new ArrayList<AccessEntry>();
    for (var prefix : prefixes) {
      var range = Cidr.parse(ip(address).network(prefix) + "/" + prefix);
      if (entries.stream().noneMatch(entry -> entry.range().equals(range))) {
        entries.add(new AccessEntry(range, "", Optional.empty()));
      }
    }
    var list = new AccessList(entries);
    var guest = Cidr.parse(ip(address).toString());

    assertThat(list.ranges().stream().anyMatch(range -> range.contains(guest)))
        .isEqualTo(entries.stream().anyMatch(entry -> entry.range().contains(guest)));
    assertThat(list.ranges()).hasSizeLessThanOrEqualTo(1);
  }

  private static IpAddress ip(int number) {
    return new IpAddress(BigInteger.valueOf(Integer.toUnsignedLong(number)), 32);
  }

  private static AccessEntry entry(String range) {
    return new AccessEntry(Cidr.parse(range), "", Optional.empty());
  }
}

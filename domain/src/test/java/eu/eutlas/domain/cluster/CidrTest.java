package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.InvalidValue;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7/32",
    "192.0.2.0/24, 192.0.2.0/24",
    "' 10.0.0.0/8 ', 10.0.0.0/8",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:DB8::7, 2001:db8::7/128",
    "2001:0db8:0000:0000:0000:0000:0000:0000/32, 2001:db8::/32",
    "::/0, ::/0",
    "::1, ::1/128",
    "1::, 1::/128",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1/128",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
  })
  void hasOneWayOfWriting(String text, String canonical) {
    assertThat(Cidr.parse(text)).hasToString(canonical);
    assertThat(new Cidr(canonical)).isEqualTo(Cidr.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "localhost",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.01",
        "192.0.2.7.8",
        "192.0.2.7/33",
        "192.0.2.0/+24",
        "192.0.2.0/024",
        "192.0.2.0/",
        "192.0.2.0/24/24",
        "-1.0.0.0",
        "1.2.3.٤",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "12345::",
        "g::",
        "fe80::1%eth0",
        "::/129",
        "::ffff:192.0.2.7",
        "::ffff:c000:207",
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "2001:DB8::/32", "2001:db8:0::/32", " ::/0"})
  void isKeptInItsOneWayOfWritingAlone(String text) {
    assertThatThrownBy(() -> new Cidr(text)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7/24, 192.0.2.0/24, 192.0.2.7/32",
    "2001:db8::1/64, 2001:db8::/64, 2001:db8::1/128",
  })
  void saysBothThingsThatAnAddressInsideItsRangeMayMean(String text, String range, String address) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .hasMessageContaining(range)
        .hasMessageContaining(address);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.0.0.0/8, 10.0.0.0/8, true",
    "10.1.0.0/16, 10.0.0.0/8, false",
    "10.0.0.0/8, 11.0.0.0/16, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 10.0.0.0/8, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
  })
  void knowsWhatLiesInIt(String outer, String inner, boolean contained) {
    assertThat(Cidr.parse(outer).contains(Cidr.parse(inner))).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0/0, true", "::/0, true", "0.0.0.0/1, false", "10.0.0.0/8, false"})
  void knowsWhetherItIsEverywhere(String text, boolean everywhere) {
    assertThat(Cidr.parse(text).isEverywhere()).isEqualTo(everywhere);
  }

  /** The JDK reads what we write, as the same address; literals alone, so nobody is asked. */
  @Property
  void writesIpv6AddressesAsTheyAre(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    var address = new IpAddress(new BigInteger(1, bytes), 128);
    Assume.that(!address.number().shiftRight(32).equals(BigInteger.valueOf(0xffff)));

    assertThat(InetAddress.getByName(address.toString()).getAddress()).isEqualTo(bytes);
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
  }

  /** Many groups of zeros, where the rules of writing are. */
  @Property
  void writesIpv6AddressesShortest(@ForAll @Size(8) List<@IntRange(max = 1) Integer> groups)
      throws UnknownHostException {
    var number = BigInteger.ZERO;
    for (var group : groups) {
      number = number.shiftLeft(16).add(BigInteger.valueOf(group));
    }
    var address = new IpAddress(number, 128);

    assertThat(InetAddress.getByName(address.toString()).getAddress())
        .isEqualTo(InetAddress.getByName(plain(groups)).getAddress());
    assertThat(address.toString()).doesNotContain("0:0:0:0");
    assertThat(IpAddress.parse(plain(groups))).isEqualTo(address);
  }

  private static String plain(List<Integer> groups) {
    var text = new StringBuilder();
    for (var group : groups) {
      text.append(text.isEmpty() ? "" : ":").append(group);
    }
    return text.toString();
  }

  @Property
  void readsBackWhatItWrites(
      @ForAll @Size(4) byte[] bytes, @ForAll @IntRange(max = 32) int prefix) {
    var network = new IpAddress(new BigInteger(1, bytes), 32).network(prefix);
    var cidr = Cidr.parse(network + "/" + prefix);

    assertThat(Cidr.parse(cidr.toString())).isEqualTo(cidr);
    assertThat(cidr.contains(Cidr.parse(new IpAddress(new BigInteger(1, bytes), 32).toString())))
        .isTrue();
  }
}

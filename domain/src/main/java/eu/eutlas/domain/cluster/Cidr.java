package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * A range of internet addresses in its one way of writing: {@code 192.0.2.0/24}, {@code
 * 2001:db8::/32}. A range that names an address inside of it, such as 192.0.2.7/24, is refused
 * rather than widened: whoever wrote it may have meant the one address.
 */
public record Cidr(String value) {
  private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

  public Cidr {
    InvalidValue.unless(canonical(value).equals(value), "A range is written as it is read back.");
  }

  /** Reads a range, or an address, which is the range of itself alone. */
  public static Cidr parse(String text) {
    return new Cidr(canonical(text.strip()));
  }

  private static String canonical(String text) {
    var slash = text.indexOf('/');
    var address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    var prefix = slash < 0 ? address.bits() : prefix(text.substring(slash + 1), address.bits());
    var network = address.network(prefix);
    InvalidValue.unless(
        network.equals(address),
        "%s/%d names an address inside its range: write %s/%d for the range, or %s/%d for the address."
            .formatted(address, prefix, network, prefix, address, address.bits()));
    return network + "/" + prefix;
  }

  private static int prefix(String text, int bits) {
    InvalidValue.unless(
        PREFIX.matcher(text).matches() && Integer.parseInt(text) <= bits,
        "After the slash of such a range stands a number from 0 to " + bits + ".");
    return Integer.parseInt(text);
  }

  /** Whether every address of the other range lies in this one. */
  public boolean contains(Cidr other) {
    return address().bits() == other.address().bits()
        && prefix() <= other.prefix()
        && other.address().network(prefix()).equals(address());
  }

  /** Whether it holds every address of its kind. */
  public boolean isEverywhere() {
    return prefix() == 0;
  }

  private IpAddress address() {
    return IpAddress.parse(value.substring(0, value.indexOf('/')));
  }

  private int prefix() {
    return Integer.parseInt(value.substring(value.indexOf('/') + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}

package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An internet address, read without asking any name server: {@code 192.0.2.7}, {@code 2001:db8::7}.
 *
 * @param bits of its value, 32 or 128 of them
 */
record IpAddress(BigInteger number, int bits) {
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;
  private static final int V4_PARTS = 4;
  private static final int V6_PARTS = 8;
  private static final int BYTE_BITS = 8;
  private static final int GROUP_BITS = 16;
  private static final int MAX_BYTE = 255;
  private static final int HEX = 16;
  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);
  private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  static IpAddress parse(String text) {
    return text.contains(":") ? parseV6(text) : parseV4(text);
  }

  private static IpAddress parseV4(String text) {
    var parts = text.split("\\.", -1);
    requireAddress(parts.length == V4_PARTS);
    var number = BigInteger.ZERO;
    for (var part : parts) {
      requireAddress(BYTE.matcher(part).matches() && Integer.parseInt(part) <= MAX_BYTE);
      number = number.shiftLeft(BYTE_BITS).add(new BigInteger(part));
    }
    return new IpAddress(number, V4_BITS);
  }

  private static IpAddress parseV6(String text) {
    var gap = text.indexOf("::");
    var number = gap < 0 ? groups(text, V6_PARTS) : withGap(text, gap);
    var address = new IpAddress(number, V6_BITS);
    InvalidValue.unless(
        !number.shiftRight(V4_BITS).equals(MAPPED),
        "An IPv4 address is written as such, without ::ffff: before it.");
    return address;
  }

  private static BigInteger withGap(String text, int gap) {
    var head = text.substring(0, gap);
    var tail = text.substring(gap + 2);
    var heads = count(head);
    var tails = count(tail);
    requireAddress(heads + tails < V6_PARTS);
    return groups(head, heads).shiftLeft(GROUP_BITS * (V6_PARTS - heads)).add(groups(tail, tails));
  }

  private static int count(String groups) {
    return groups.isEmpty() ? 0 : groups.split(":", -1).length;
  }

  private static BigInteger groups(String text, int wanted) {
    if (wanted == 0) {
      return BigInteger.ZERO;
    }
    var parts = text.split(":", -1);
    requireAddress(parts.length == wanted);
    var number = BigInteger.ZERO;
    for (var part : parts) {
      requireAddress(GROUP.matcher(part).matches());
      number = number.shiftLeft(GROUP_BITS).add(new BigInteger(part, HEX));
    }
    return number;
  }

  private static void requireAddress(boolean holds) {
    InvalidValue.unless(holds, "An address looks like 192.0.2.7 or 2001:db8::7.");
  }

  /** The first address of the network of so many leading bits. */
  IpAddress network(int prefix) {
    var rest = bits - prefix;
    return new IpAddress(number.shiftRight(rest).shiftLeft(rest), bits);
  }

  /** As RFC 4291 and RFC 5952 write it: one way for each address. */
  @Override
  public String toString() {
    return bits == V4_BITS ? v4() : v6();
  }

  private String v4() {
    var text = new StringBuilder();
    for (var shift = V4_BITS - BYTE_BITS; shift >= 0; shift -= BYTE_BITS) {
      text.append(number.shiftRight(shift).intValue() & MAX_BYTE).append(shift == 0 ? "" : ".");
    }
    return text.toString();
  }

  /** The longest run of two zeros or more becomes {@code ::}, the first of equally long ones. */
  private String v6() {
    var groups = new int[V6_PARTS];
    for (var i = 0; i < V6_PARTS; i++) {
      groups[i] = number.shiftRight(GROUP_BITS * (V6_PARTS - 1 - i)).intValue() & 0xffff;
    }
    var from = 0;
    var length = 0;
    for (var i = 0; i < V6_PARTS; i++) {
      var run = zeros(groups, i);
      if (run > length) {
        from = i;
        length = run;
      }
    }
    return length < 2
        ? hex(groups, 0, V6_PARTS)
        : hex(groups, 0, from) + "::" + hex(groups, from + length, V6_PARTS);
  }

  private static int zeros(int[] groups, int from) {
    var to = from;
    while (to < groups.length && groups[to] == 0) {
      to++;
    }
    return to - from;
  }

  private static String hex(int[] groups, int from, int to) {
    var text = new StringBuilder();
    for (var i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}

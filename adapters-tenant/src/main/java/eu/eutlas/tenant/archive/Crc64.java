package eu.eutlas.tenant.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * CRC-64/XZ (ECMA-182 polynomial, reflected, initial and final xor all ones), eight bytes at a
 * time: the check value of the documents of one namespace in an archive.
 */
final class Crc64 {
  private static final long POLYNOMIAL = 0xC96C5795D7870F42L;
  private static final int SLICES = 8;
  private static final int BYTE_VALUES = 256;
  private static final long[][] TABLE = table();
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private long crc = -1;

  void add(byte[] bytes, int offset, int length) {
    var value = crc;
    var at = offset;
    var end = offset + length;
    while (end - at >= SLICES) {
      value ^= (long) LONGS.get(bytes, at);
      value =
          TABLE[7][(int) value & 0xff]
              ^ TABLE[6][(int) (value >>> 8) & 0xff]
              ^ TABLE[5][(int) (value >>> 16) & 0xff]
              ^ TABLE[4][(int) (value >>> 24) & 0xff]
              ^ TABLE[3][(int) (value >>> 32) & 0xff]
              ^ TABLE[2][(int) (value >>> 40) & 0xff]
              ^ TABLE[1][(int) (value >>> 48) & 0xff]
              ^ TABLE[0][(int) (value >>> 56)];
      at += SLICES;
    }
    while (at < end) {
      value = TABLE[0][(int) (value ^ bytes[at]) & 0xff] ^ (value >>> 8);
      at++;
    }
    crc = value;
  }

  /** Of all that was added; 0 for nothing. */
  long value() {
    return ~crc;
  }

  private static long[][] table() {
    var table = new long[SLICES][BYTE_VALUES];
    for (var i = 0; i < BYTE_VALUES; i++) {
      long value = i;
      for (var bit = 0; bit < Byte.SIZE; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL;
      }
      table[0][i] = value;
    }
    for (var slice = 1; slice < SLICES; slice++) {
      for (var i = 0; i < BYTE_VALUES; i++) {
        var before = table[slice - 1][i];
        table[slice][i] = table[0][(int) before & 0xff] ^ (before >>> 8);
      }
    }
    return table;
  }
}

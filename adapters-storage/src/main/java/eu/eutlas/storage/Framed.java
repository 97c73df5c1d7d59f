package eu.eutlas.storage;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes of unknown length before others in one stream: in pieces, each after its length. */
final class Framed {
  private static final int PIECE = 64 * 1024;

  private Framed() {}

  /** Frames what is written to it; ends with {@link #end}, and leaves the stream open. */
  static final class Output extends OutputStream {
    private final DataOutputStream out;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);

    Output(OutputStream out) {
      this.out = new DataOutputStream(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      piece.write(bytes, from, length);
      if (piece.size() >= PIECE) {
        send();
      }
    }

    void end() throws IOException {
      if (piece.size() > 0) {
        send();
      }
      out.writeInt(0);
      out.flush();
    }

    private void send() throws IOException {
      out.writeInt(piece.size());
      piece.writeTo(out);
      piece.reset();
    }
  }

  /** Gives what was framed and then ends; the stream stands behind it then. */
  static final class Input extends InputStream {
    private final DataInputStream in;
    private int left;
    private boolean ended;

    Input(InputStream in) {
      this.in = new DataInputStream(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0 && !ended) {
        left = in.readInt();
        ended = left == 0;
      }
      if (ended) {
        return -1;
      }
      var got = in.read(bytes, from, Math.min(left, length));
      if (got < 0) {
        throw new EOFException("A piece is not as long as it says.");
      }
      left -= got;
      return got;
    }
  }
}

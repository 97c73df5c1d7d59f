package eu.eutlas.testkit.fault;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A backup store with faults around its calls, as {@link Faults} puts them, and inside its streams:
 * the plan is asked about {@code read} and {@code write} too, once for each array of bytes. Any
 * fault of those breaks the stream for good; what was being written is then not kept.
 */
public final class FaultyBackupStore implements BackupStore {
  private final BackupStore calls;
  private final FaultPlan plan;

  public FaultyBackupStore(BackupStore subject, FaultPlan plan) {
    this.calls = Faults.around(BackupStore.class, subject, plan);
    this.plan = plan;
  }

  @Override
  public Stored put(ObjectKey key, Content content) {
    return calls.put(key, out -> write(content, new BreakingWrites(out, plan)));
  }

  /** What broke is not kept, whatever the content makes of it. */
  private static void write(Content content, BreakingWrites out) throws IOException {
    try {
      content.writeTo(out);
    } catch (IOException e) {
      if (!out.broken) {
        throw e;
      }
    }
    if (out.broken) {
      throw new PortFailure.Unavailable("INJECTED_BREAK", "Writing was made to break off.", null);
    }
  }

  @Override
  public InputStream get(ObjectKey key, Range range) {
    return new BreakingReads(calls.get(key, range), plan);
  }

  @Override
  public Optional<Stored> stat(ObjectKey key) {
    return calls.stat(key);
  }

  @Override
  public List<Stored> list(String prefix, Optional<ObjectKey> after, int limit) {
    return calls.list(prefix, after, limit);
  }

  @Override
  public void delete(ObjectKey key) {
    calls.delete(key);
  }

  @Override
  public int endWrites(Predicate<ObjectKey> ours, Instant begunBefore) {
    return calls.endWrites(ours, begunBefore);
  }

  private static boolean isBroken(FaultPlan plan, String call) {
    return plan.decide(BackupStore.class.getSimpleName(), call) != Fault.NONE;
  }

  private static final class BreakingWrites extends FilterOutputStream {
    private final FaultPlan plan;
    private boolean broken;

    BreakingWrites(OutputStream out, FaultPlan plan) {
      super(out);
      this.plan = plan;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      broken |= isBroken(plan, "write");
      if (broken) {
        throw new IOException("Writing was made to break off.");
      }
      out.write(bytes, from, length);
    }
  }

  private static final class BreakingReads extends FilterInputStream {
    private final FaultPlan plan;
    private boolean broken;

    BreakingReads(InputStream in, FaultPlan plan) {
      super(in);
      this.plan = plan;
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
      broken |= isBroken(plan, "read");
      if (broken) {
        throw new IOException("Reading was made to break off.");
      }
      return in.read(bytes, from, length);
    }
  }
}

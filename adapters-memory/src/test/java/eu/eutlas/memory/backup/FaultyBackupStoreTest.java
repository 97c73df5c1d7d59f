package eu.eutlas.memory.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.backup.BackupStoreContract;
import eu.eutlas.testkit.backup.SampleBytes;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import eu.eutlas.testkit.fault.FaultyBackupStore;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** It changes nothing that it was not told, and breaks what it was. */
final class FaultyBackupStoreTest extends BackupStoreContract {
  private static final ObjectKey A = new ObjectKey("a");
  private static final SampleBytes SAMPLE = new SampleBytes(1, 200_000);

  private final FaultScript script = new FaultScript();
  private final MemoryBackupStore subject = new MemoryBackupStore(new PinnedClock());
  private final BackupStore faulty = new FaultyBackupStore(subject, script);

  @Override
  protected BackupStore store() {
    return faulty;
  }

  @Test
  void failsBeforeTheCall() {
    script.next("put", Fault.UNAVAILABLE);

    assertThatThrownBy(() -> faulty.put(A, SAMPLE.content()))
        .isInstanceOf(PortFailure.Unavailable.class);

    assertThat(subject.stat(A)).isEmpty();
  }

  @Test
  void losesTheAnswerOfWhatWasKept() {
    script.next("put", Fault.ANSWER_LOST);

    assertThatThrownBy(() -> faulty.put(A, SAMPLE.content()))
        .isInstanceOf(PortFailure.OutcomeUnknown.class);

    assertThat(subject.stat(A)).isPresent();
  }

  @Test
  void breaksInTheMiddleOfWriting() {
    script.next("write", Fault.NONE);
    script.next("write", Fault.UNAVAILABLE);

    assertThatThrownBy(() -> faulty.put(A, SAMPLE.content()))
        .isInstanceOf(PortFailure.Unavailable.class);

    assertThat(subject.stat(A)).isEmpty();
  }

  @Test
  void keepsNothingOfAContentThatHidTheBreak() {
    script.next("write", Fault.UNAVAILABLE);

    assertThatThrownBy(() ->
            faulty.put(
                A,
                out -> {
                  try {
                    out.write(1);
                  } catch (IOException hidden) {
                    assertThat(hidden).isNotNull();
                  }
                }))
        .isInstanceOf(PortFailure.Unavailable.class);

    assertThat(subject.stat(A)).isEmpty();
  }

  @Test
  void breaksInTheMiddleOfReading() throws IOException {
    faulty.put(A, SAMPLE.content());
    script.next("read", Fault.NONE);
    script.next("read", Fault.UNAVAILABLE);

    try (var in = faulty.get(A, Range.ALL)) {
      SAMPLE.assertNext(in, 0, 1_000);
      assertThatThrownBy(in::read).isInstanceOf(IOException.class);
      assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    }
  }
}

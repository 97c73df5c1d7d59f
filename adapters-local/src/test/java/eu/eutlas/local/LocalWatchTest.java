package eu.eutlas.local;

import static eu.eutlas.local.Orders.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.domain.cluster.ClusterId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LocalWatchTest {
  @TempDir Path folder;
  private final List<ClusterId> told = new CopyOnWriteArrayList<>();
  private LocalRegion region;

  @BeforeEach
  void open() {
    region = new LocalRegion(folder);
  }

  @AfterEach
  void close() {
    region.close();
  }

  @Test
  void tellsWhatRuns() {
    region.plane().watch(told::add);

    region.run(1);

    await().until(() -> told.contains(id(1)));
  }

  @Test
  void tellsWhatIsGone() {
    region.run(1);
    region.plane().watch(told::add);

    region.plane().deprovision(id(1));
    region.awaitAbsent(1);

    await().until(() -> told.contains(id(1)));
  }

  @Test
  void isNotHeldUpByAListenerThatHangs() {
    var hanging = new CountDownLatch(1);
    region.plane().watch(unused -> waitFor(hanging));
    region.plane().watch(told::add);

    region.run(1);
    region.run(2);

    await().until(() -> told.contains(id(2)));
    hanging.countDown();
  }

  @Test
  void tellsAnIdOnceHoweverOftenItChangedMeanwhile() {
    var hanging = new CountDownLatch(1);
    var calls = new AtomicInteger();
    var watch =
        new LocalWatch(
            unused -> {
              calls.incrementAndGet();
              waitFor(hanging);
            },
            unused -> {});
    watch.start();
    watch.changed(id(1));
    await().until(() -> calls.get() == 1);

    watch.changed(id(1));
    watch.changed(id(1));
    watch.changed(id(2));
    hanging.countDown();

    await().until(() -> calls.get() == 3);
    watch.close();
  }

  @Test
  void goesOnAfterAListenerThatFails() {
    region
        .plane()
        .watch(id -> {
          told.add(id);
          throw new IllegalStateException("on purpose");
        });

    region.run(1);
    region.run(2);

    await().until(() -> told.contains(id(2)));
  }

  @Test
  void endsWhenClosed() {
    region.plane().watch(told::add).close();

    region.run(1);

    assertThat(told).isEmpty();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

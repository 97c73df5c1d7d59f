package eu.eutlas.benchmarks.archive;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * How much of the heap was in use after a collection, at the most. Young collections leave what is
 * old and dead, so that it is an upper bound of what somebody still needed.
 */
final class HeapAfterCollections {
  private static final String NOTIFICATION =
      GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;

  private final List<String> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .toList();
  private final AtomicLong most = new AtomicLong();

  private HeapAfterCollections() {}

  /** Listens from now on. */
  static HeapAfterCollections watched() {
    var watched = new HeapAfterCollections();
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((told, nothing) -> watched.hear(told), null, null);
      }
    }
    return watched;
  }

  /** What is in use after a collection of everything, in bytes. */
  static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** In bytes; 0 before the first collection. */
  long most() {
    return most.get();
  }

  private void hear(Notification told) {
    if (told.getType().equals(NOTIFICATION)) {
      var usage =
          GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
              .getGcInfo()
              .getMemoryUsageAfterGc();
      var used =
          usage.entrySet().stream()
              .filter(pool -> heap.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed());
      most.accumulateAndGet(used.sum(), Math::max);
    }
  }
}

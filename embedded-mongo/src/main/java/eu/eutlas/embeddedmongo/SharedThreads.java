package eu.eutlas.embeddedmongo;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of all servers in this process: two that move bytes, as many as there are requests at
 * work, one that keeps house. They come with the first server and go with the last.
 */
final class SharedThreads {

  private static final int EVENT_LOOPS = 2;
  private static final long IDLE_SECONDS = 10;
  private static final long STOP_SECONDS = 5;

  private static @Nullable SharedThreads current;
  private static int servers;

  private final EventLoopGroup eventLoops;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor housekeeper;

  private SharedThreads() {
    eventLoops =
        new MultiThreadIoEventLoopGroup(
            EVENT_LOOPS, daemon("embedded-mongo-io"), NioIoHandler.newFactory());
    workers =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            daemon("embedded-mongo-worker"));
    housekeeper = new ScheduledThreadPoolExecutor(1, daemon("embedded-mongo-housekeeper"));
    housekeeper.setRemoveOnCancelPolicy(true);
  }

  private static ThreadFactory daemon(String name) {
    var count = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  static synchronized SharedThreads acquire() {
    if (current == null) {
      current = new SharedThreads();
    }
    servers++;
    return current;
  }

  /** One server fewer; the last one waits for the threads to end. */
  static synchronized void release() {
    servers--;
    if (servers == 0 && current != null) {
      current.stop();
      current = null;
    }
  }

  private void stop() {
    housekeeper.shutdownNow();
    workers.shutdown();
    eventLoops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  EventLoopGroup eventLoops() {
    return eventLoops;
  }

  ExecutorService workers() {
    return workers;
  }

  ScheduledThreadPoolExecutor housekeeper() {
    return housekeeper;
  }
}

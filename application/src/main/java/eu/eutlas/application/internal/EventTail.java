package eu.eutlas.application.internal;

import eu.eutlas.application.event.EventLog;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows the newest event of each organization that somebody on this node listens to. What this node
 * appends wakes listeners at once; what other nodes append is found by one question for each
 * organization every half second, however many listen.
 */
public final class EventTail implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(500);

  private final EventLog events;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Map<OrgId, Follow> followed = new HashMap<>();
  private boolean closed;

  public EventTail(EventLog events) {
    this.events = events;
  }

  /** Starts to follow an organization. Each follow is ended by {@link #unfollow}. */
  public void follow(OrgId org) {
    var newest = events.newest(org);
    lock.lock();
    try {
      var follow = followed.computeIfAbsent(org, ignored -> new Follow());
      follow.listeners++;
      follow.newest = Math.max(follow.newest, newest);
    } finally {
      lock.unlock();
    }
  }

  public void unfollow(OrgId org) {
    lock.lock();
    try {
      var follow = followed.get(org);
      if (follow != null && --follow.listeners == 0) {
        followed.remove(org);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a followed organization has an event after the number, or the time is over.
   *
   * @return whether it has one
   */
  public boolean await(OrgId org, long seq, Duration timeout) throws InterruptedException {
    var left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (!closed && !hasGrown(org, seq) && left > 0) {
        left = grown.awaitNanos(left);
      }
      return hasGrown(org, seq);
    } finally {
      lock.unlock();
    }
  }

  /** The newest number known of a followed organization. */
  public long newest(OrgId org) {
    lock.lock();
    try {
      var follow = followed.get(org);
      return follow == null ? 0 : follow.newest;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the process is going down, so that nothing more is worth waiting for. */
  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** This node has appended an event. */
  void appended(LoggedEvent logged) {
    grow(logged.event().orgId(), logged.seq());
  }

  /** Asks the log for what other nodes have appended; called at {@link #PACE}. */
  void poll() {
    for (var org : snapshot()) {
      grow(org, events.newest(org));
    }
  }

  static Duration pace() {
    return PACE;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private OrgId[] snapshot() {
    lock.lock();
    try {
      return followed.keySet().toArray(new OrgId[0]);
    } finally {
      lock.unlock();
    }
  }

  private void grow(OrgId org, long newest) {
    lock.lock();
    try {
      var follow = followed.get(org);
      if (follow != null && newest > follow.newest) {
        follow.newest = newest;
        grown.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean hasGrown(OrgId org, long seq) {
    var follow = followed.get(org);
    return follow != null && follow.newest > seq;
  }

  private static final class Follow {
    private int listeners;
    private long newest;
  }
}

package eu.eutlas.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved by hand. Safe for threads. */
public final class PinnedClock implements InstantSource {
  /**
   * Where it stands at first. Its milliseconds are odd on purpose, so that a test notices who drops
   * them.
   */
  public static final Instant START = Instant.parse("2026-03-01T09:30:15.123Z");

  private final AtomicReference<Instant> now;

  /** A clock that stands at {@link #START}. */
  public PinnedClock() {
    this(START);
  }

  public PinnedClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves on, or back, and says where it stands then. */
  public Instant move(Duration by) {
    return now.updateAndGet(at -> at.plus(by));
  }

  public void set(Instant to) {
    now.set(to);
  }

  /** The same time as a {@link Clock} in UTC, which moves along. */
  public Clock asClock() {
    return new AsClock(this, ZoneOffset.UTC);
  }

  private static final class AsClock extends Clock {
    private final InstantSource source;
    private final ZoneId zone;

    AsClock(InstantSource source, ZoneId zone) {
      this.source = source;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new AsClock(source, other);
    }

    @Override
    public Instant instant() {
      return source.instant();
    }
  }
}

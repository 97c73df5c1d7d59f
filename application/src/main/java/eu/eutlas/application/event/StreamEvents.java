package eu.eutlas.application.event;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.internal.EventTail;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Follows what happens in an organization, from a number on, without a gap and without a
 * repetition.
 */
public final class StreamEvents {
  private static final int MOST = 100;

  private final Authorizer authorizer;
  private final OrganizationRepository organizations;
  private final EventLog events;
  private final EventTail tail;

  public StreamEvents(
      Authorizer authorizer,
      OrganizationRepository organizations,
      EventLog events,
      EventTail tail) {
    this.authorizer = authorizer;
    this.organizations = organizations;
    this.events = events;
    this.tail = tail;
  }

  /**
   * Opens a stream.
   *
   * @param last the number of the last event that the listener has; absent to begin with what comes
   *     next
   */
  public Outcome<Stream> handle(Actor actor, OrgId org, Optional<Long> last) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            access
                .allow(
                    Permission.READ_EVENTS,
                    organizations.find(access.scope(), org),
                    Organization::id,
                    "organization")
                .map(found -> open(access, org, last)));
  }

  private Stream open(Access access, OrgId org, Optional<Long> last) {
    tail.follow(org);
    var newest = tail.newest(org);
    var known = last.filter(seq -> seq >= 0 && seq <= newest && seq >= events.oldest(org) - 1);
    return new Stream(access, org, known.orElse(newest), last.isPresent() && known.isEmpty());
  }

  /** An open stream: one listener, one thread. It is closed by whoever opened it. */
  public final class Stream implements AutoCloseable {
    private final Access access;
    private final OrgId org;
    private final boolean resync;
    private long last;

    private Stream(Access access, OrgId org, long last, boolean resync) {
      this.access = access;
      this.org = org;
      this.last = last;
      this.resync = resync;
    }

    /**
     * Whether what the listener had is unknown or too old, so that everything has to be read anew.
     */
    public boolean needsResync() {
      return resync;
    }

    /** The number of the last event that was given out, or that the stream began after. */
    public long last() {
      return last;
    }

    /**
     * Whether the stream has come to its end because the process goes down or the listener may not
     * listen any more.
     */
    public boolean isOver() {
      return tail.isClosed() || !mayListen();
    }

    /**
     * Waits for the next events.
     *
     * @return them in order, or none when the time is over
     */
    public List<LoggedEvent> next(Duration timeout) throws InterruptedException {
      if (!tail.await(org, last, timeout)) {
        return List.of();
      }
      var next = events.after(access.scope(), org, last, MOST);
      if (!next.isEmpty()) {
        last = next.getLast().seq();
      }
      return next;
    }

    @Override
    public void close() {
      tail.unfollow(org);
    }

    private boolean mayListen() {
      return authorizer
          .admit(access.actor())
          .map(now -> now.roles().containsKey(org))
          .equals(Outcome.done(true));
    }
  }
}

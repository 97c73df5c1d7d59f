package eu.eutlas.http.event;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.event.StreamEvents;
import eu.eutlas.application.identity.Authenticate;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.LongRequests;
import eu.eutlas.http.request.Visitor;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what happens as server-sent events (WHATWG HTML, 9.2). A stream holds one batch at most and
 * waits for its client; a client that does not read is cut off by the server's idle timeout.
 */
public final class EventStreams {
  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

  /** A number that no event has: whoever names it gets to know that there is no going on. */
  private static final long UNKNOWN = -1;

  private final StreamEvents events;
  private final Authenticate authenticate;
  private final LongRequests waiting;
  private final Duration heartbeat;

  public EventStreams(
      StreamEvents events, Authenticate authenticate, LongRequests waiting, Duration heartbeat) {
    this.events = events;
    this.authenticate = authenticate;
    this.waiting = waiting;
    this.heartbeat = heartbeat;
  }

  /** Answers with a stream, if there is one for the visitor. */
  Answer<StreamingOutput> open(Visitor visitor, OrgId org, @Nullable String lastEventId) {
    var last = Optional.ofNullable(lastEventId).map(EventStreams::number);
    // Opened again when the answer is written: not every answer is, and nothing may stay open.
    orThrow(events.handle(visitor.person(), org, last)).close();
    return Answer.<StreamingOutput>of(out -> send(visitor, org, last, out))
        .header("X-Accel-Buffering", "no");
  }

  private void send(Visitor visitor, OrgId org, Optional<Long> last, OutputStream out) {
    var opened = events.handle(visitor.person(), org, last);
    if (!(opened instanceof Outcome.Done<StreamEvents.Stream>(var stream))) {
      return;
    }
    waiting.enter();
    try (stream) {
      follow(stream, visitor, new EventWriter(out));
    } catch (InterruptedException e) {
      log.debug("A stream of {} ends with the server.", org);
    } catch (IOException e) {
      log.debug("A stream of {} has lost its client.", org, e);
    } finally {
      waiting.leave();
    }
  }

  private void follow(StreamEvents.Stream stream, Visitor visitor, EventWriter writer)
      throws IOException, InterruptedException {
    writer.begin();
    if (stream.needsResync()) {
      writer.resync(stream.last());
    }
    var look = heartbeat.compareTo(LONGEST_LOOK) < 0 ? heartbeat : LONGEST_LOOK;
    while (mayListen(stream, visitor)) {
      var next = stream.next(look);
      if (next.isEmpty()) {
        writer.aliveAfter(heartbeat);
      } else if (mayListen(stream, visitor)) {
        writer.events(next);
      }
    }
  }

  /** A session that ends, or a token that expires, ends its streams. */
  private boolean mayListen(StreamEvents.Stream stream, Visitor visitor) {
    var known = authenticate.handle(visitor.accessToken(), visitor.person().caller());
    return known instanceof Outcome.Done && !stream.isOver();
  }

  private static long number(String lastEventId) {
    try {
      return Long.parseLong(lastEventId.strip());
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }
}

package eu.eutlas.http.answer;

import eu.eutlas.domain.Revision;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A success with headers.
 *
 * @param body absent when there is nothing to say
 * @param status another one than the route's; 0 for that one
 * @param validated whether the ETag stands for the whole body, so that it tells who has the same
 */
public record Answer<T>(@Nullable T body, List<Header> headers, int status, boolean validated) {
  /** One header. */
  record Header(String name, Object value) {}

  public Answer {
    headers = List.copyOf(headers);
  }

  public static <T> Answer<T> of(T body) {
    return new Answer<>(body, List.of(), 0, false);
  }

  public static Answer<Void> nothing() {
    return new Answer<>(null, List.of(), 0, false);
  }

  /**
   * The revision that a later change can be bound to. More than the revision may have changed, so a
   * client that has it is answered in full all the same.
   */
  public Answer<T> etag(Revision revision) {
    return with(HttpHeaders.ETAG, "\"" + revision.value() + "\"");
  }

  /** The revision of a body that changes with it and not otherwise. */
  public Answer<T> validator(Revision revision) {
    return new Answer<>(body, etag(revision).headers(), status, true);
  }

  /** Where to look next, as a path below {@code /api/v1}. */
  public Answer<T> location(String path) {
    return with(HttpHeaders.LOCATION, "/api/v1" + path);
  }

  public Answer<T> replayed(boolean replayed) {
    return replayed ? with("Idempotent-Replay", "true") : this;
  }

  public Answer<T> cookie(NewCookie cookie) {
    return with(HttpHeaders.SET_COOKIE, cookie);
  }

  /** With another status than the route's usual one. */
  public Answer<T> status(int other) {
    return new Answer<>(body, headers, other, validated);
  }

  /** Any other header. */
  public Answer<T> header(String name, String value) {
    return with(name, value);
  }

  private Answer<T> with(String name, Object value) {
    var more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer<>(body, more, status, validated);
  }
}

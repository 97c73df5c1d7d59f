package eu.eutlas.http.operation;

import eu.eutlas.domain.event.Initiator;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, as remembered.
 *
 * @param id null for EUTLAS itself, as are address and user agent
 */
public record ActorResponse(
    Initiator.Kind kind,
    @Nullable String id,
    String name,
    @Nullable String address,
    @Nullable String userAgent) {
  public static ActorResponse of(Initiator actor) {
    return new ActorResponse(
        actor.kind(),
        actor.id().orElse(null),
        actor.name(),
        actor.address().orElse(null),
        actor.userAgent().orElse(null));
  }
}

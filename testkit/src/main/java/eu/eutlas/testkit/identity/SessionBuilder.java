package eu.eutlas.testkit.identity;

import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** A log-in in the making; see {@link Sessions}. */
public final class SessionBuilder {
  private SessionId id;
  private UserId userId;
  private ClientKind client;
  private String address;
  private String userAgent;
  private long generation;
  private Instant createdAt;
  private Instant refreshedAt;
  private Instant expiresAt;
  private Optional<Instant> endedAt;
  private long version;

  SessionBuilder(Session from) {
    this.id = from.id();
    this.userId = from.userId();
    this.client = from.client();
    this.address = from.address();
    this.userAgent = from.userAgent();
    this.generation = from.generation();
    this.createdAt = from.createdAt();
    this.refreshedAt = from.refreshedAt();
    this.expiresAt = from.expiresAt();
    this.endedAt = from.endedAt();
    this.version = from.version();
  }

  public SessionBuilder id(SessionId value) {
    this.id = value;
    return this;
  }

  public SessionBuilder user(UserId value) {
    this.userId = value;
    return this;
  }

  public SessionBuilder client(ClientKind value) {
    this.client = value;
    return this;
  }

  public SessionBuilder address(String value) {
    this.address = value;
    return this;
  }

  public SessionBuilder userAgent(String value) {
    this.userAgent = value;
    return this;
  }

  public SessionBuilder generation(long value) {
    this.generation = value;
    return this;
  }

  /** Begun at a moment, to last as long as sessions do. */
  public SessionBuilder startedAt(Instant value) {
    this.createdAt = value;
    this.refreshedAt = value;
    this.expiresAt = value.plus(Session.LASTS);
    return this;
  }

  public SessionBuilder expiresAt(Instant value) {
    this.expiresAt = value;
    return this;
  }

  public SessionBuilder endedAt(Instant value) {
    this.endedAt = Optional.of(value);
    return this;
  }

  public SessionBuilder version(long value) {
    this.version = value;
    return this;
  }

  public Session build() {
    return new Session(
        id,
        userId,
        client,
        address,
        userAgent,
        generation,
        createdAt,
        refreshedAt,
        expiresAt,
        endedAt,
        version);
  }
}

package eu.eutlas.domain.identity;

/** Who asks. Every use case takes one first. */
public sealed interface Actor {

  CorrelationId correlationId();

  /** Nobody has proved who they are yet. */
  record Guest(Caller caller) implements Actor {
    @Override
    public CorrelationId correlationId() {
      return caller.correlationId();
    }
  }

  /** A person with an open session. */
  record Person(
      UserId id,
      Email email,
      PersonName name,
      boolean verified,
      boolean administrator,
      SessionId session,
      Caller caller)
      implements Actor {
    @Override
    public CorrelationId correlationId() {
      return caller.correlationId();
    }
  }

  /** EUTLAS itself, or whoever sits at its machine; the reason is told in events. */
  record Machine(String reason, CorrelationId correlationId) implements Actor {}
}

package eu.eutlas.domain.operation;

import java.time.Instant;

/** An attempt that failed. */
public record Attempt(Instant at, OperationStep step, OperationError error) {}

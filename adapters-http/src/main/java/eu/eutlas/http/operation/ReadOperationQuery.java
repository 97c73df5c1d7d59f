package eu.eutlas.http.operation;

import java.util.Optional;

/** Whether to wait for the end. */
record ReadOperationQuery(Optional<WaitSeconds> waitSeconds) {}

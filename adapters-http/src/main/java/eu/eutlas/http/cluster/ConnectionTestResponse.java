package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.TestConnection;

/** How a connection went. */
record ConnectionTestResponse(boolean ok, long latencyMs, String message) {
  static ConnectionTestResponse of(TestConnection.Result result) {
    return new ConnectionTestResponse(result.ok(), result.latency().toMillis(), result.message());
  }
}

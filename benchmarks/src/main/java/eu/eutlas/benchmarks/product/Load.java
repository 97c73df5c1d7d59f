package eu.eutlas.benchmarks.product;

import eu.eutlas.benchmarks.Percentiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** A few clients that ask the same thing again and again. */
final class Load {
  private static final int CLIENTS = 8;
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;
  private final ProcessHandle server;

  /**
   * @param server the process that answers
   */
  Load(URI address, String authorization, ProcessHandle server) {
    this.server = server;
    this.request = HttpRequest.newBuilder(address).header("Authorization", authorization).build();
  }

  /**
   * What a run came to; times in microseconds.
   *
   * @param processor what a request cost the server, whatever else the machine was doing
   */
  record Result(double perSecond, long p50, long p95, long p99, double processor) {
    @Override
    public String toString() {
      return "%.0f requests/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %.0f µs of a processor each"
          .formatted(perSecond, p50 / 1e3, p95 / 1e3, p99 / 1e3, processor);
    }
  }

  Result run(Duration lasts) {
    var end = System.nanoTime() + lasts.toNanos();
    var spent = processorTime();
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var runs = new ArrayList<CompletableFuture<List<Long>>>();
      for (var i = 0; i < CLIENTS; i++) {
        runs.add(CompletableFuture.supplyAsync(() -> ask(end), threads));
      }
      var micros =
          runs.stream()
              .flatMap(run -> run.join().stream())
              .mapToLong(nanos -> nanos / 1_000)
              .toArray();
      var all = Percentiles.of(micros);
      return new Result(
          micros.length / (double) lasts.toSeconds(),
          all.at(0.5),
          all.at(0.95),
          all.at(0.99),
          processorTime().minus(spent).toNanos() / 1e3 / micros.length);
    }
  }

  private Duration processorTime() {
    return server.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private List<Long> ask(long end) {
    var nanos = new ArrayList<Long>();
    try {
      while (System.nanoTime() < end) {
        var begin = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
          throw new IllegalStateException("Answer " + answer.statusCode() + ": " + answer.body());
        }
        nanos.add(System.nanoTime() - begin);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return nanos;
  }
}

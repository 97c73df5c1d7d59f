package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.k8s.ScriptedApiServer.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RegionWatchTest {
  @TempDir Path folder;
  private final ScriptedApiServer server = new ScriptedApiServer(question -> Answer.open(""));
  private final List<ClusterId> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger watches = new AtomicInteger();
  private final AtomicInteger listings = new AtomicInteger();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void tellsAllThatThereIsAndThenWhatChanges() {
    serve(
        new String[] {
          "{type: MODIFIED, object: {metadata: {namespace: 'eutlas-%s', resourceVersion: '8'}}}\n"
              .formatted(Samples.id(7))
        });
    try (var plane = plane();
        var watch = plane.watch(told::add)) {
      assertThat(watch).isNotNull();
      await().until(() -> told.containsAll(List.of(Samples.id(1), Samples.id(2), Samples.id(7))));

      assertThat(listings).hasValue(1);
    }
  }

  /** As a real one does it: 200, and the 410 in an event. */
  @Test
  void beginsAnewWhenTheApiServerHasForgotten() {
    serve(
        new String[] {
          "{type: ERROR, object: {kind: Status, code: 410, reason: Expired}}\n",
          "{type: DELETED, object: {metadata: {namespace: 'eutlas-%s'}}}\n".formatted(Samples.id(7))
        });
    try (var plane = plane();
        var watch = plane.watch(told::add)) {
      assertThat(watch).isNotNull();
      await().until(() -> told.contains(Samples.id(7)));

      assertThat(listings).hasValue(2);
      assertThat(told).filteredOn(Samples.id(1)::equals).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void tellsAllAgainAfterAnyTrouble() {
    server.now(question ->
        question.isWatch() && watches.incrementAndGet() == 1
            ? new Answer(503, "")
            : question.isWatch() ? Answer.open("") : listing());
    try (var plane = plane();
        var watch = plane.watch(told::add)) {
      assertThat(watch).isNotNull();
      await().until(() -> listings.get() == 2 && watches.get() == 2);

      await().until(() -> told.stream().filter(Samples.id(1)::equals).count() == 2);
    }
  }

  @Test
  void survivesAnApiServerThatIsBusy() {
    server.now(question ->
        listings.get() < 3 && !question.isWatch()
            ? busy()
            : question.isWatch() ? Answer.open("") : listing());
    try (var plane = plane();
        var watch = plane.watch(told::add)) {
      assertThat(watch).isNotNull();
      await().until(() -> told.contains(Samples.id(2)));
    }
  }

  @Test
  void goesOnFromWhereARoundEnded() {
    server.now(question -> {
      if (!question.isWatch()) {
        return listing();
      }
      return watches.incrementAndGet() == 1
          ? new Answer(200, "{type: BOOKMARK, object: {metadata: {resourceVersion: '99'}}}\n")
          : Answer.open("");
    });
    try (var plane = plane();
        var watch = plane.watch(told::add)) {
      assertThat(watch).isNotNull();
      await().until(() -> watches.get() == 2);

      assertThat(listings).hasValue(1);
      assertThat(server.questions().getLast().query()).contains("resourceVersion=99");
    }
  }

  @Test
  void tellsOnlyClustersOfOurNames() {
    serve(
        new String[] {
          "{type: ADDED, object: {metadata: {namespace: 'somebody-elses'}}}\n"
              + "{type: ADDED, object: {metadata: {namespace: 'eutlas-%s'}}}\n"
                  .formatted(Samples.id(7))
        });
    try (var plane = plane();
        var watch = plane.watch(told::add)) {
      assertThat(watch).isNotNull();
      await().until(() -> told.contains(Samples.id(7)));

      assertThat(told).containsExactly(Samples.id(1), Samples.id(2), Samples.id(7));
    }
  }

  @Test
  void endsWithItsLastListenerAndBeginsAnewWithTheNext() {
    server.now(question -> question.isWatch() ? Answer.open("") : listing());
    try (var plane = plane()) {
      var one = plane.watch(told::add);
      var other = plane.watch(id -> {});
      await().until(() -> told.contains(Samples.id(2)) && isWatching());

      one.close();
      assertThat(isWatching()).isTrue();
      other.close();
      await().until(() -> !isWatching());
      told.clear();

      try (var next = plane.watch(told::add)) {
        assertThat(next).isNotNull();
        await().until(() -> told.contains(Samples.id(2)));
        assertThat(listings).hasValue(2);
      }
    }
  }

  private static boolean isWatching() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("kubernetes-watch-eu-north"));
  }

  /** Each round of the watch gets its events; the last one stays open. */
  private void serve(String[] rounds) {
    server.now(question -> {
      if (!question.isWatch()) {
        return listing();
      }
      var round = watches.getAndIncrement();
      return round == rounds.length - 1
          ? Answer.open(rounds[round])
          : new Answer(200, round < rounds.length ? rounds[round] : "");
    });
  }

  private Answer busy() {
    listings.incrementAndGet();
    return new Answer(429, "");
  }

  private Answer listing() {
    listings.incrementAndGet();
    var items =
        IntStream.of(1, 2)
            .mapToObj(
                number -> "{metadata: {namespace: 'eutlas-%s'}}".formatted(Samples.id(number)))
            .collect(Collectors.joining(", "));
    return new Answer(
        200, "{kind: List, metadata: {resourceVersion: '5'}, items: [%s]}".formatted(items));
  }

  private KubernetesDataPlane plane() {
    return server.plane(server.region(Dialect.PERCONA, folder));
  }
}

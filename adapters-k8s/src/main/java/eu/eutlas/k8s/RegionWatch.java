package eu.eutlas.k8s;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.k8s.ApiCall.Verb;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listing and one watch of a region's resources, for all listeners, of their metadata alone: it
 * tells ids, and keeps nothing. Whenever it begins anew, after any trouble, all ids are told.
 */
final class RegionWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RegionWatch.class);
  private static final String METADATA =
      "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
  private static final String PAGE = "500";

  /** The API server ends a watch after this, and nothing was missed. */
  private static final Duration ROUND = Duration.ofMinutes(4);

  private static final long FIRST_REST = 200;
  private static final long LAST_REST = 10_000;

  private final ApiClients clients;
  private final KubernetesRegion region;
  private final Consumer<ClusterId> changed;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Call current;
  private long rest = FIRST_REST;

  RegionWatch(ApiClients clients, KubernetesRegion region, Consumer<ClusterId> changed) {
    this.clients = clients;
    this.region = region;
    this.changed = changed;
  }

  void start() {
    Thread.ofPlatform().name("kubernetes-watch-" + region.id()).daemon().start(this::run);
  }

  private void run() {
    while (!isClosed()) {
      try {
        follow(list());
      } catch (ExpiredException begunTooLongAgo) {
        log.debug("The watch begins anew. region={}", region.id());
      } catch (PortFailure | IOException e) {
        pause(e);
      }
    }
  }

  private String list() {
    var query = new HashMap<>(Map.of("labelSelector", selector(), "limit", PAGE));
    var api = Api.within(clients.current(), region.timeouts().whole());
    var page = api.listMetadata(region.dialect().resource(), query);
    page.items().forEach(this::tell);
    while (page.next().isPresent()) {
      query.put("continue", page.next().get());
      page =
          Api.within(clients.current(), region.timeouts().whole())
              .listMetadata(region.dialect().resource(), query);
      page.items().forEach(this::tell);
    }
    return page.version();
  }

  private void follow(String listed) throws IOException {
    var version = listed;
    while (!isClosed()) {
      version = round(version);
    }
  }

  /** Reads until the API server ends it, and returns how far it came. */
  private String round(String from) throws IOException {
    var watch =
        new ApiCall(Verb.WATCH, region.dialect().resource(), Optional.empty(), Optional.empty());
    var client = clients.current();
    var http =
        client
            .getHttpClient()
            .newCall(
                Api.request(
                    client,
                    watch.path(),
                    "GET",
                    Map.of(
                        "watch",
                        "true",
                        "allowWatchBookmarks",
                        "true",
                        "labelSelector",
                        selector(),
                        "timeoutSeconds",
                        Long.toString(ROUND.toSeconds()),
                        "resourceVersion",
                        from),
                    METADATA));
    // Later than the API server's own end: for connections of which neither end hears any more.
    http.timeout().timeout(ROUND.plusMinutes(1).toSeconds(), TimeUnit.SECONDS);
    begin(http);
    try (var response = http.execute()) {
      if (response.code() == Failures.GONE) {
        throw new ExpiredException();
      }
      if (!response.isSuccessful()) {
        throw Failures.answered(
            watch, new ApiAnswer(response.code(), Optional.empty(), response.body().string()));
      }
      rest = FIRST_REST;
      var version = from;
      var lines = response.body().source();
      for (var line = lines.readUtf8Line(); line != null; line = lines.readUtf8Line()) {
        version = read(line, version);
      }
      return version;
    }
  }

  private String read(String line, String version) throws IOException {
    var event = parse(line);
    var object = event.map(RegionWatch::object);
    if (object.isEmpty()) {
      throw new IOException("A watch spoke in another form than the protocol has.");
    }
    if (event.get().text("type").equals(Optional.of("ERROR"))) {
      throw object.get().number("code").equals(Optional.of((long) Failures.GONE))
          ? new ExpiredException()
          : Failures.unreadable(
              new ApiCall(
                  Verb.WATCH, region.dialect().resource(), Optional.empty(), Optional.empty()));
    }
    if (!event.get().text("type").equals(Optional.of("BOOKMARK"))) {
      tell(object.get());
    }
    return object.get().text("metadata", "resourceVersion").orElse(version);
  }

  private static Live object(Live event) {
    return event.inner("object");
  }

  private static Optional<Live> parse(String line) {
    try {
      return JsonParser.parseString(line) instanceof JsonObject object
          ? Optional.of(new Live(object))
          : Optional.empty();
    } catch (JsonParseException cutOff) {
      return Optional.empty();
    }
  }

  private void tell(Live resource) {
    resource.namespace().flatMap(Names::cluster).ifPresent(changed);
  }

  private String selector() {
    return LabelSet.selector(region.installation());
  }

  private void pause(Exception cause) {
    if (isClosed()) {
      return;
    }
    log.warn(
        "A region is not watched for a while; it is looked at from time to time. region={} cause={}",
        region.id(),
        cause instanceof PortFailure failure ? failure.error().code() : cause.getClass().getName());
    var jitter = ThreadLocalRandom.current().nextLong(rest);
    try {
      var unused = closed.await(rest / 2 + jitter, TimeUnit.MILLISECONDS);
    } catch (InterruptedException nobodyButClose) {
      closed.countDown();
    }
    rest = Math.min(2 * rest, LAST_REST);
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private synchronized void begin(Call call) {
    current = call;
    if (isClosed()) {
      call.cancel();
    }
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    if (current != null) {
      current.cancel();
    }
  }
}

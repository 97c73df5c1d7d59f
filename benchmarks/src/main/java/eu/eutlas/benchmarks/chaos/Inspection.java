package eu.eutlas.benchmarks.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.MongoException;
import eu.eutlas.benchmarks.chaos.Known.Fate;
import eu.eutlas.benchmarks.chaos.Tenant.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what the product shows against what it promised. */
final class Inspection {
  private static final Duration RELAYED_WITHIN = Duration.ofSeconds(2);

  private final Client client;
  private final Customer customer;
  private final Path folders;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Integer> ended = new TreeMap<>();

  Inspection(Client client, Customer customer, Path folders) {
    this.client = client;
    this.customer = customer;
    this.folders = folders;
  }

  /** The promises that are broken, each in a sentence. */
  List<String> broken() throws IOException, InterruptedException {
    Thread.sleep(RELAYED_WITHIN);
    var shown = shown();
    for (var each : customer.clusters()) {
      compare(each, shown);
    }
    var known = customer.clusters().stream().map(Known::id).collect(Collectors.toSet());
    shown.keySet().stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> broken.add("Nobody ordered cluster " + id + "."));
    folders(shown);
    operations();
    events();
    return broken;
  }

  /** The clusters that are there, by id. */
  Map<String, JsonNode> shown() throws InterruptedException {
    var shown = new TreeMap<String, JsonNode>();
    var cursor = "";
    do {
      var path = customer.path() + "?limit=100" + cursor;
      var page = client.required("GET", path, Map.of()).body();
      page.path("items").forEach(item -> shown.put(item.path("id").asText(), item));
      var next = page.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asText();
    } while (!cursor.isEmpty());
    return shown;
  }

  private void compare(Known known, Map<String, JsonNode> shown) throws InterruptedException {
    var there = shown.get(known.id());
    if (there == null) {
      if (known.fate() == Fate.WANTED) {
        broken.add("Cluster " + known.id() + " was acknowledged and is gone.");
      }
      return;
    }
    if (known.fate() == Fate.ENDED) {
      broken.add("Cluster " + known.id() + " was deleted and is there.");
      return;
    }
    var state = there.path("state").asText();
    if (!List.of("READY", "PAUSED").contains(state)) {
      broken.add("Cluster " + known.id() + " is " + state + ".");
    }
    if (!known.plans().contains(there.path("plan").asText())) {
      broken.add("Cluster " + known.id() + " has lost its plan: " + there.path("plan"));
    }
    if (!known.versions().contains(there.path("mongoVersion").asText())) {
      broken.add("Cluster " + known.id() + " has lost its version: " + there.path("mongoVersion"));
    }
    if (state.equals("READY")) {
      var credentials =
          client.required("GET", customer.path() + "/" + known.id() + "/credentials", Map.of());
      documents(known, credentials.text("/connectionString"));
      broken.addAll(new Logins(known, credentials).broken());
    }
  }

  private void documents(Known known, String connection) {
    try {
      var missing = Tenant.missing(connection, known.written());
      if (!missing.isEmpty()) {
        broken.add("Cluster " + known.id() + " has lost documents: " + missing);
      }
    } catch (MongoException e) {
      broken.add("Cluster " + known.id() + " does not serve its customer: " + e.getMessage());
    }
  }

  /** Nothing is left of what is gone. */
  private void folders(Map<String, JsonNode> shown) throws IOException {
    try (var found = Files.list(folders)) {
      var there =
          found
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      if (!there.equals(shown.keySet())) {
        broken.add("The folders of clusters are " + there + " and not " + shown.keySet() + ".");
      }
    }
  }

  /** Nobody is let into what is paused. */
  List<String> paused() throws InterruptedException {
    var open = new ArrayList<String>();
    var shown = shown();
    for (var known : customer.clusters()) {
      var there = shown.get(known.id());
      if (there != null
          && there.path("state").asText().equals("PAUSED")
          && known.connection().filter(one -> Tenant.enter(one) != Entry.CLOSED).isPresent()) {
        open.add("Cluster " + known.id() + " is paused and answers.");
      }
    }
    return open;
  }

  /** How many of the accepted operations have ended, by their kind. */
  Map<String, Integer> ended() {
    return ended;
  }

  private void operations() throws InterruptedException {
    for (var id : customer.operations()) {
      var operation = client.required("GET", "operations/" + id, Map.of());
      if (!operation.text("/state").equals("RUNNING")) {
        ended.merge(operation.text("/type"), 1, Integer::sum);
      }
      if (List.of("RUNNING", "FAILED").contains(operation.text("/state"))) {
        broken.add("Operation " + id + " is " + operation.text("/state") + ": " + operation);
      }
    }
  }

  /** The sequence is dense, and each cluster began once and ended at most once. */
  private void events() throws InterruptedException {
    var counts = new HashMap<String, Integer>();
    var expected = 0L;
    var cursor = "";
    do {
      var path = "orgs/" + customer.org() + "/events?limit=100" + cursor;
      var page = client.required("GET", path, Map.of()).body();
      for (var event : page.path("items")) {
        var seq = event.path("seq").asLong();
        if (expected != 0 && seq != expected) {
          broken.add("Event " + expected + " is missing.");
        }
        expected = seq - 1;
        counts.merge(
            event.path("type").asText() + " of " + event.path("clusterId").asText(),
            1,
            Integer::sum);
      }
      var next = page.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asText();
    } while (!cursor.isEmpty());
    if (expected != 0) {
      broken.add("The events do not begin at 1.");
    }
    for (var known : customer.clusters()) {
      once(counts, "CLUSTER_CREATION_REQUESTED", known, 1);
      once(counts, "CLUSTER_DELETED", known, known.fate() == Fate.ENDED ? 1 : 0);
    }
  }

  private void once(Map<String, Integer> counts, String type, Known known, int least) {
    var count = counts.getOrDefault(type + " of " + known.id(), 0);
    if (count > 1 || count < least) {
      broken.add("%s was told %d times of cluster %s.".formatted(type, count, known.id()));
    }
  }
}

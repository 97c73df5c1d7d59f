package eu.eutlas.benchmarks.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import eu.eutlas.benchmarks.chaos.Client.Answer;
import eu.eutlas.benchmarks.chaos.Known.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who wants something all the time, looks first what a cluster is ready for, and keeps a
 * ledger of what was promised.
 */
final class Customer {
  private static final int MANY = 8;
  private static final int FEW = 4;
  private static final long BREATH_MILLIS = 20;

  private final Client client;
  private final Random random;
  private final String org;
  private final String project;
  private final List<Known> clusters = new ArrayList<>();
  private final List<String> operations = new ArrayList<>();
  private final Map<String, JsonNode> seen = new HashMap<>();
  private final Deeds deeds;
  private Optional<String> unanswered = Optional.empty();
  private int orders;
  private int tried;
  private int acknowledged;

  Customer(Client client, Random random, List<String> home) {
    this.client = client;
    this.random = random;
    this.org = home.get(0);
    this.project = home.get(1);
    this.deeds = new Deeds(client, random, path(), this::accepted);
  }

  String org() {
    return org;
  }

  String path() {
    return "projects/" + project + "/clusters";
  }

  List<Known> clusters() {
    return clusters;
  }

  /** The operations that were accepted. */
  List<String> operations() {
    return operations;
  }

  int deeds() {
    return tried;
  }

  int acknowledged() {
    return acknowledged;
  }

  int documents() {
    return deeds.documents();
  }

  /** Looks, and does something. What was seen last counts where nothing can be seen now. */
  void act() throws InterruptedException {
    look();
    var wanted = clusters.stream().filter(each -> each.fate() == Fate.WANTED).toList();
    if (unanswered.isPresent()
        || wanted.size() < FEW
        || (wanted.size() < MANY && random.nextInt(8) == 0)) {
      tried++;
      create();
      return;
    }
    var cluster = wanted.get(random.nextInt(wanted.size()));
    var possible = deeds.possible(cluster, state(cluster));
    if (possible.isEmpty()) {
      Thread.sleep(BREATH_MILLIS);
    } else {
      tried++;
      possible.get(random.nextInt(possible.size())).on(cluster);
    }
  }

  /** Comes to know what the last order has become. */
  void catchUp() throws InterruptedException {
    while (unanswered.isPresent()) {
      create();
    }
  }

  /** Has everything run that is paused. */
  void resumeAll() throws InterruptedException {
    look();
    for (var cluster : clusters) {
      if (state(cluster).equals("PAUSED") && cluster.fate() == Fate.WANTED) {
        deeds.resume(cluster);
      }
    }
  }

  private void look() throws InterruptedException {
    client
        .get(path() + "?limit=100")
        .filter(Answer::isSuccess)
        .ifPresent(answer -> {
          seen.clear();
          answer.body().path("items").forEach(item -> seen.put(item.path("id").asText(), item));
        });
  }

  private String state(Known cluster) {
    return Optional.ofNullable(seen.get(cluster.id()))
        .map(there -> there.path("state").asText())
        .orElse("");
  }

  /** An order without an answer is repeated with its key, until there is one. */
  private void create() throws InterruptedException {
    var key = unanswered.orElseGet(() -> "order-" + ++orders);
    unanswered = Optional.of(key);
    var body =
        Map.of("name", "db-" + orders, "plan", "DEV", "region", "local", "mongoVersion", "7.0");
    var answer = client.ask("POST", path(), body, key).filter(Answer::isAnswered);
    if (answer.isPresent()) {
      unanswered = Optional.empty();
      if (!answer.get().isSuccess()) {
        throw new IllegalStateException("An order was refused: " + answer.get());
      }
      accepted(answer.get());
      clusters.add(new Known(answer.get().text("/id"), "DEV", "7.0"));
    }
  }

  private void accepted(Answer answer) {
    acknowledged++;
    var operation = answer.text("/operation/id");
    if (!operation.isEmpty()) {
      operations.add(operation);
    }
  }
}

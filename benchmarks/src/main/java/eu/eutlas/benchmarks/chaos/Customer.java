package eu.eutlas.benchmarks.chaos;

import eu.eutlas.benchmarks.chaos.Client.Answer;
import eu.eutlas.benchmarks.chaos.Known.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Somebody who wants something all the time, and keeps a ledger of what was promised. */
final class Customer {
  private static final int MANY = 8;
  private static final int FEW = 3;

  private final Client client;
  private final Random random;
  private final String org;
  private final String project;
  private final List<Known> clusters = new ArrayList<>();
  private final List<String> operations = new ArrayList<>();
  private Optional<String> unanswered = Optional.empty();
  private int orders;
  private int deeds;
  private int acknowledged;
  private int documents;

  Customer(Client client, Random random, List<String> home) {
    this.client = client;
    this.random = random;
    this.org = home.get(0);
    this.project = home.get(1);
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
    return deeds;
  }

  int acknowledged() {
    return acknowledged;
  }

  int documents() {
    return documents;
  }

  /** Does something. */
  void act() throws InterruptedException {
    deeds++;
    var wanted = clusters.stream().filter(each -> each.fate() == Fate.WANTED).toList();
    if (unanswered.isPresent() || wanted.size() < FEW) {
      create();
      return;
    }
    var cluster = wanted.get(random.nextInt(wanted.size()));
    var die = random.nextInt(100);
    if (die < 20 && wanted.size() < MANY) {
      create();
    } else if (die < 55) {
      write(cluster);
    } else if (die < 70) {
      change(cluster, "resize", "plan", "SMALL", cluster.plans());
    } else if (die < 78) {
      change(cluster, "upgrade", "mongoVersion", "8.0", cluster.versions());
    } else if (die < 84) {
      order(cluster, "pause");
    } else if (die < 90) {
      order(cluster, "resume");
    } else {
      delete(cluster);
    }
  }

  /** Comes to know what the last order has become. */
  void catchUp() throws InterruptedException {
    while (unanswered.isPresent()) {
      create();
    }
  }

  /** An order without an answer is repeated with its key, until there is one. */
  private void create() throws InterruptedException {
    var key = unanswered.orElseGet(() -> "order-" + ++orders);
    unanswered = Optional.of(key);
    var body =
        Map.of("name", "db-" + orders, "plan", "DEV", "region", "local", "mongoVersion", "7.0");
    var answer = client.ask("POST", path(), body, key).filter(given -> given.status() < 500);
    if (answer.isPresent()) {
      unanswered = Optional.empty();
      if (!answer.get().isSuccess()) {
        throw new IllegalStateException("An order was refused: " + answer.get());
      }
      accepted(answer.get());
      clusters.add(new Known(answer.get().text("/id"), "DEV", "7.0"));
    }
  }

  private void change(Known cluster, String command, String field, String value, Set<String> values)
      throws InterruptedException {
    var answer =
        client.ask("POST", path() + "/" + cluster.id() + "/" + command, Map.of(field, value), "");
    if (isUnknown(answer)) {
      Known.ordered(values, value, false);
    } else if (answer.get().isSuccess()) {
      Known.ordered(values, value, true);
      accepted(answer.get());
    }
  }

  /** An order that says nothing more than its name. */
  private void order(Known cluster, String command) throws InterruptedException {
    client
        .ask("POST", path() + "/" + cluster.id() + "/" + command, Map.of(), "")
        .filter(Answer::isSuccess)
        .ifPresent(this::accepted);
  }

  private void delete(Known cluster) throws InterruptedException {
    var answer = client.ask("DELETE", path() + "/" + cluster.id(), Map.of(), "");
    if (isUnknown(answer)) {
      cluster.fate(Fate.DOUBTFUL);
    } else if (answer.get().isSuccess()) {
      cluster.fate(Fate.ENDED);
      accepted(answer.get());
    }
  }

  private void write(Known cluster) throws InterruptedException {
    if (cluster.connection().isEmpty()) {
      client
          .get(path() + "/" + cluster.id() + "/credentials")
          .filter(Answer::isSuccess)
          .ifPresent(answer -> cluster.connection(answer.text("/connectionString")));
    }
    cluster
        .connection()
        .filter(connection -> Tenant.write(connection, documents))
        .ifPresent(connection -> cluster.written().add(documents));
    documents++;
  }

  private void accepted(Answer answer) {
    acknowledged++;
    var operation = answer.text("/operation/id");
    if (!operation.isEmpty()) {
      operations.add(operation);
    }
  }

  /** A failure of the server may have come after the deed. */
  private static boolean isUnknown(Optional<Answer> answer) {
    return answer.isEmpty() || answer.get().status() >= 500;
  }
}

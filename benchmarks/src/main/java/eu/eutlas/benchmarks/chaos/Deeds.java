package eu.eutlas.benchmarks.chaos;

import eu.eutlas.benchmarks.chaos.Client.Answer;
import eu.eutlas.benchmarks.chaos.Guest.Face;
import eu.eutlas.benchmarks.chaos.Known.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** What a customer does with a cluster that is there. */
final class Deeds {
  private static final List<String> PLANS = List.of("DEV", "SMALL", "MEDIUM", "LARGE", "XLARGE");
  private static final List<Integer> OVERLAPS = List.of(0, 1, 60);
  private static final String NEWER = "8.0";

  private final Client client;
  private final Random random;
  private final String path;
  private final Consumer<Answer> accepted;
  private int documents;
  private int passwords;

  /**
   * The deeds of one customer.
   *
   * @param path of their clusters
   * @param accepted hears of each acknowledged order
   */
  Deeds(Client client, Random random, String path, Consumer<Answer> accepted) {
    this.client = client;
    this.random = random;
    this.path = path;
    this.accepted = accepted;
  }

  /** Something to do with a cluster. */
  @FunctionalInterface
  interface Deed {
    void on(Known cluster) throws InterruptedException;
  }

  /** How many documents were tried. */
  int documents() {
    return documents;
  }

  /** What a cluster in this state is ready for, the usual more often than the rare. */
  List<Deed> possible(Known cluster, String state) {
    return switch (state) {
      case "READY" -> whileReady(cluster);
      case "PAUSED" -> List.of(this::resume, this::resume, this::resume, this::delete);
      default -> List.of();
    };
  }

  private List<Deed> whileReady(Known cluster) {
    var possible = new ArrayList<Deed>();
    possible.addAll(List.of(this::write, this::write, this::write, this::write, this::write));
    possible.addAll(List.of(this::pause, this::pause, this::rotate, this::rotate, this::delete));
    possible.addAll(List.of(this::changeUser, this::changeUser, this::changeUser));
    possible.addAll(List.of(this::changeUser, this::deleteUser));
    if (next(cluster).isPresent()) {
      possible.addAll(List.of(this::resize, this::resize));
    }
    if (!cluster.versions().contains(NEWER)) {
      possible.add(this::upgrade);
    }
    return possible;
  }

  private static Optional<String> next(Known cluster) {
    var largest = cluster.plans().stream().mapToInt(PLANS::indexOf).max().orElse(PLANS.size() - 1);
    return PLANS.stream().skip(largest + 1L).findFirst();
  }

  private void resize(Known cluster) throws InterruptedException {
    var plan = next(cluster).orElseThrow();
    var answer = ask("POST", cluster, "/resize", Map.of("plan", plan));
    if (mayBeDone(answer)) {
      Known.ordered(cluster.plans(), plan, answer.isPresent() && answer.get().isSuccess());
    }
  }

  private void upgrade(Known cluster) throws InterruptedException {
    var answer = ask("POST", cluster, "/upgrade", Map.of("mongoVersion", NEWER));
    if (mayBeDone(answer)) {
      Known.ordered(cluster.versions(), NEWER, answer.isPresent() && answer.get().isSuccess());
    }
  }

  private void pause(Known cluster) throws InterruptedException {
    ask("POST", cluster, "/pause", Map.of());
  }

  void resume(Known cluster) throws InterruptedException {
    ask("POST", cluster, "/resume", Map.of());
  }

  private void delete(Known cluster) throws InterruptedException {
    var answer = ask("DELETE", cluster, "", Map.of());
    if (mayBeDone(answer)) {
      cluster.fate(answer.isPresent() && answer.get().isSuccess() ? Fate.ENDED : Fate.DOUBTFUL);
    }
  }

  /** Another login; whoever asks for one has the present one in use. */
  private void rotate(Known cluster) throws InterruptedException {
    cluster.doubtConnection();
    connect(cluster);
    if (cluster.isConnectionDoubtful()) {
      return;
    }
    var overlap = OVERLAPS.get(random.nextInt(OVERLAPS.size()));
    var answer = ask("POST", cluster, "/credentials/rotate", Map.of("overlapMinutes", overlap));
    if (mayBeDone(answer)) {
      cluster.rotated();
    }
  }

  /** A user that is not there is made, one that is there gets another password and other roles. */
  private void changeUser(Known cluster) throws InterruptedException {
    var guest = someGuest(cluster);
    var face = new Face("a-lamp-in-window-" + ++passwords, random.nextBoolean());
    var role = Map.of("role", face.writes() ? "readWrite" : "read", "database", "shop");
    var answer =
        guest.isThere()
            ? ask(
                "PATCH",
                cluster,
                "/database-users/" + guest.username(),
                Map.of("password", face.password(), "roles", List.of(role)))
            : ask(
                "POST",
                cluster,
                "/database-users",
                Map.of(
                    "username",
                    guest.username(),
                    "password",
                    face.password(),
                    "roles",
                    List.of(role)));
    if (mayBeDone(answer)) {
      guest.ordered(Optional.of(face), answer.isPresent() && answer.get().isSuccess());
    }
  }

  private void deleteUser(Known cluster) throws InterruptedException {
    var guest = someGuest(cluster);
    var answer = ask("DELETE", cluster, "/database-users/" + guest.username(), Map.of());
    if (mayBeDone(answer)) {
      guest.ordered(Optional.empty(), answer.isPresent() && answer.get().isSuccess());
    }
  }

  private Guest someGuest(Known cluster) {
    return cluster.guests().get(random.nextInt(cluster.guests().size()));
  }

  private void write(Known cluster) throws InterruptedException {
    connect(cluster);
    cluster
        .connection()
        .ifPresent(connection -> {
          if (Tenant.write(connection, documents)) {
            cluster.written().add(documents);
          } else {
            cluster.doubtConnection();
          }
        });
    documents++;
  }

  private void connect(Known cluster) throws InterruptedException {
    if (cluster.isConnectionDoubtful()) {
      client
          .get(path + "/" + cluster.id() + "/credentials")
          .filter(Answer::isSuccess)
          .ifPresent(answer -> cluster.connection(answer.text("/connectionString")));
    }
  }

  private Optional<Answer> ask(String method, Known cluster, String what, Map<String, ?> body)
      throws InterruptedException {
    var answer = client.ask(method, path + "/" + cluster.id() + what, body, "");
    answer.filter(Answer::isSuccess).ifPresent(accepted);
    return answer;
  }

  /** A success was done; without an answer, or after a failure of the server, nobody knows. */
  private static boolean mayBeDone(Optional<Answer> answer) {
    return answer.map(given -> given.isSuccess() || given.status() >= 500).orElse(true);
  }
}

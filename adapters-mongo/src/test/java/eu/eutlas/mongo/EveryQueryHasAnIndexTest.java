package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import eu.eutlas.application.Leases;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Listens to the commands that each call sends, holds their filters and orders against the indexes
 * that are declared, and asks the server how it would carry them out.
 */
final class EveryQueryHasAnIndexTest {
  /** These walk a collection in the order of an index and stop at the end of a page. */
  private static final Set<String> WALKS =
      Set.of(
          "UserRepository.isEmpty",
          "OrganizationRepository.list all",
          "MaintenanceRepository.all",
          "UnknownResourceRepository.list all");

  /** These sort what an index has narrowed to the at most 500 clusters of a project. */
  private static final Set<String> SORTS =
      Set.of(
          "ClusterRepository.list of a project BY_NAME",
          "ClusterRepository.list of a project BY_NAME next");

  /** These ask for nothing; whoever else is not heard was not listened to. */
  private static final Set<String> INSERTS =
      Set.of(
          "UserRepository.insert",
          "SessionRepository.insert",
          "OrganizationRepository.insert",
          "ProjectRepository.insert",
          "ClusterRepository.insert",
          "BackupRepository.insert",
          "OperationRepository.add",
          "MailRepository.insert",
          "MaintenanceRepository.begin",
          "MaintenanceRepository.beginPause",
          "UnknownResourceRepository.keep",
          "Leases.take",
          "Leases.storeTime");

  private static final List<Class<?>> PORTS =
      List.of(
          UserRepository.class,
          SessionRepository.class,
          OrganizationRepository.class,
          ProjectRepository.class,
          ClusterRepository.class,
          BackupRepository.class,
          OperationRepository.class,
          EventLog.class,
          MailRepository.class,
          MaintenanceRepository.class,
          UnknownResourceRepository.class,
          Leases.class);

  @Test
  void knowsEveryCall() {
    var methods = PORTS.stream().flatMap(port -> Stream.of(port.getDeclaredMethods()));

    assertThat(EveryCall.all().stream().map(EveryCall.Call::method).distinct())
        .containsExactlyInAnyOrderElementsOf(methods.map(EveryQueryHasAnIndexTest::name).toList());
  }

  @Nested
  final class OnTheEmbeddedServer {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

    @Test
    void findsADeclaredIndexForEachQuery() {
      var silent = new HashSet<String>();
      try (var heard = new Heard(mongo)) {
        for (var call : EveryCall.all()) {
          var queries = heard.queriesOf(call);
          queries.forEach(
              query -> assertThat(isServed(call, query)).as("%s: %s", call, query).isTrue());
          if (queries.isEmpty()) {
            silent.add(call.method());
          }
        }
      }
      assertThat(silent).isEqualTo(INSERTS);
    }

    @Test
    void scansNoCollection() {
      EveryQueryHasAnIndexTest.scansNoCollection(mongo);
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = MongoUnderTest.URI,
      matches = ".+",
      disabledReason = MongoUnderTest.NOT_GIVEN)
  final class OnTheServerGiven {
    @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.given();

    @Test
    void scansNoCollection() {
      EveryQueryHasAnIndexTest.scansNoCollection(mongo);
    }
  }

  /** Asks the server itself. */
  private static void scansNoCollection(MongoUnderTest mongo) {
    try (var heard = new Heard(mongo)) {
      for (var call : EveryCall.all()) {
        for (var query : heard.queriesOf(call)) {
          if (!WALKS.contains(call.toString())) {
            assertThat(heard.plan(query)).as("%s: %s", call, query).doesNotContain("COLLSCAN");
          }
        }
      }
    }
  }

  private static boolean isServed(EveryCall.Call call, Query query) {
    var indexes = new ArrayList<>(List.of(List.of("_id")));
    MongoMetadata.COLLECTIONS.stream()
        .filter(collection -> collection.name().equals(query.collection()))
        .flatMap(collection -> collection.indexes().stream())
        .forEach(index -> indexes.add(index.fields()));
    return indexes.stream()
        .anyMatch(index ->
            (query.isNarrowedBy(index) || WALKS.contains(call.toString()))
                && (query.isSortedBy(index) || SORTS.contains(call.toString())));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** What was asked of a collection: by a find, or to choose what to change or remove. */
  private record Query(String collection, BsonDocument filter, BsonDocument sort) {

    boolean isNarrowedBy(List<String> index) {
      return filter.containsKey(index.getFirst());
    }

    /** Behind the fields that are held to single values, the index goes on as the order does. */
    boolean isSortedBy(List<String> index) {
      var fixed = index.stream().takeWhile(field -> isFixed(filter.get(field))).count();
      var rest = index.subList((int) fixed, index.size());
      var wanted = sort.keySet().stream().filter(field -> !isFixed(filter.get(field))).toList();
      return wanted.size() <= rest.size() && rest.subList(0, wanted.size()).equals(wanted);
    }

    private static boolean isFixed(@Nullable BsonValue condition) {
      return condition != null
          && (!condition.isDocument()
              || condition.asDocument().keySet().stream()
                  .allMatch(key -> !key.startsWith("$") || key.equals("$in")));
    }
  }

  /** Metadata in a new database, with an ear on what it sends. */
  private static final class Heard implements AutoCloseable, CommandListener {
    private final List<Query> queries = new ArrayList<>();
    private final MongoMetadata metadata;

    Heard(MongoUnderTest mongo) {
      metadata =
          MongoMetadata.connect(
              mongo.newDatabase(),
              MongoMetadata.MIGRATIONS,
              settings -> settings.addCommandListener(this));
    }

    List<Query> queriesOf(EveryCall.Call call) {
      queries.clear();
      call.make().accept(metadata.stores());
      return List.copyOf(queries);
    }

    String plan(Query query) {
      var find =
          new BsonDocument("find", new BsonString(query.collection()))
              .append("filter", query.filter())
              .append("sort", query.sort());
      return metadata
          .store()
          .database()
          .runCommand(new BsonDocument("explain", find), BsonDocument.class)
          .getDocument("queryPlanner")
          .getDocument("winningPlan")
          .toJson();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
      var command = event.getCommand().clone();
      switch (event.getCommandName()) {
        case "find" -> hear(command, "find", List.of(command), "filter");
        case "update" -> hear(command, "update", statements(command, "updates"), "q");
        case "delete" -> hear(command, "delete", statements(command, "deletes"), "q");
        case "aggregate" ->
            hear(command, "aggregate", statements(command, "pipeline").subList(0, 1), "$match");
        default -> {
          // It asks for no documents.
        }
      }
    }

    private void hear(
        BsonDocument command, String name, List<BsonDocument> statements, String filter) {
      var collection = command.getString(name).getValue();
      var none = new BsonDocument();
      statements.forEach(statement ->
          queries.add(
              new Query(
                  collection,
                  statement.getDocument(filter, none),
                  statement.getDocument("sort", none))));
    }

    private static List<BsonDocument> statements(BsonDocument command, String field) {
      return command.getArray(field).stream().map(BsonValue::asDocument).toList();
    }

    @Override
    public void close() {
      metadata.store().database().drop();
      metadata.close();
    }
  }
}

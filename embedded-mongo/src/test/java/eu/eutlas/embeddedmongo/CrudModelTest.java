package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Random work on a collection, with restarts in between, against a map that does the same. */
class CrudModelTest {

  private static final int IDS = 8;
  private static final int VALUES = 6;

  /** One document: an indexed number and a unique number that may be absent. */
  record Row(int n, @Nullable Integer unique) {
    Document document(int id) {
      var document = new Document("_id", id).append("n", n);
      return unique == null ? document : document.append("unique", unique);
    }
  }

  sealed interface Step {}

  record Insert(int id, Row row) implements Step {}

  record Upsert(int id, int n) implements Step {}

  record Claim(int id, int unique) implements Step {}

  record AddToRange(int from, int to, int add) implements Step {}

  record Delete(int id) implements Step {}

  record DeleteRange(int from, int to) implements Step {}

  record Restart() implements Step {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> id = Arbitraries.integers().between(0, IDS);
    Arbitrary<Integer> value = Arbitraries.integers().between(0, VALUES);
    Arbitrary<Row> row =
        Combinators.combine(value, value.injectNull(0.5)).as((n, unique) -> new Row(n, unique));
    Arbitrary<Step> step =
        Arbitraries.frequencyOf(
            Tuple.of(8, Combinators.combine(id, row).as(Insert::new)),
            Tuple.of(3, Combinators.combine(id, value).as(Upsert::new)),
            Tuple.of(3, Combinators.combine(id, value).as(Claim::new)),
            Tuple.of(2, Combinators.combine(value, value, value).as(AddToRange::new)),
            Tuple.of(2, id.map(Delete::new)),
            Tuple.of(1, Combinators.combine(value, value).as(DeleteRange::new)),
            Tuple.of(1, Arbitraries.of(new Restart())));
    return step.list().ofMinSize(5).ofMaxSize(40);
  }

  @Property(tries = 25)
  void doesAsAMapDoes(@ForAll("steps") List<Step> steps) throws IOException {
    Path folder = Files.createTempDirectory("crud-model");
    var model = new TreeMap<Integer, Row>();
    var running = new Running(folder);
    try {
      running.create();
      for (Step step : steps) {
        if (step instanceof Restart) {
          running.close();
          running = new Running(folder);
        } else {
          assertThat(running.apply(step)).as("%s", step).isEqualTo(applyToModel(model, step));
        }
        running.check(model);
      }
    } finally {
      running.close();
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean taken(Map<Integer, Row> model, int id, @Nullable Integer unique) {
    return unique != null
        && model.entrySet().stream()
            .anyMatch(entry -> entry.getKey() != id && unique.equals(entry.getValue().unique()));
  }

  /** How many documents the step changed; -1 where it must be refused. */
  private static long applyToModel(Map<Integer, Row> model, Step step) {
    return switch (step) {
      case Insert insert -> {
        if (model.containsKey(insert.id()) || taken(model, insert.id(), insert.row().unique())) {
          yield -1;
        }
        model.put(insert.id(), insert.row());
        yield 1;
      }
      case Upsert upsert -> {
        Row before = model.get(upsert.id());
        model.put(upsert.id(), new Row(upsert.n(), before == null ? null : before.unique()));
        yield upsert.n();
      }
      case Claim claim -> {
        Row before = model.get(claim.id());
        if (before != null && taken(model, claim.id(), claim.unique())) {
          yield -1;
        }
        if (before != null) {
          model.put(claim.id(), new Row(before.n(), claim.unique()));
        }
        yield before == null ? 0 : 1;
      }
      case AddToRange add -> {
        List<Integer> ids = inRange(model, add.from(), add.to());
        ids.forEach(id ->
            model.computeIfPresent(id, (k, row) -> new Row(row.n() + add.add(), row.unique())));
        yield ids.size();
      }
      case Delete delete -> model.remove(delete.id()) == null ? 0 : 1;
      case DeleteRange delete -> {
        List<Integer> ids = inRange(model, delete.from(), delete.to());
        ids.forEach(model::remove);
        yield ids.size();
      }
      case Restart restart -> 0;
    };
  }

  private static List<Integer> inRange(Map<Integer, Row> model, int from, int to) {
    return model.entrySet().stream()
        .filter(entry -> entry.getValue().n() >= from && entry.getValue().n() < to)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static final class Running implements AutoCloseable {
    private final EmbeddedMongo server;
    private final MongoClient client;
    private final MongoCollection<Document> rows;

    Running(Path folder) {
      server = EmbeddedMongo.start(folder, Clients.ADMIN);
      client = Clients.admin(server);
      rows = client.getDatabase("shop").getCollection("rows");
    }

    void create() {
      rows.createIndex(Indexes.ascending("n"));
      rows.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true).sparse(true));
    }

    long apply(Step step) {
      try {
        return switch (step) {
          case Insert insert -> {
            rows.insertOne(insert.row().document(insert.id()));
            yield 1;
          }
          case Upsert upsert -> upsert(upsert);
          case Claim claim ->
              rows.updateOne(
                      Filters.and(Filters.eq("_id", claim.id()), Filters.exists("n")),
                      Updates.set("unique", claim.unique()),
                      new UpdateOptions())
                  .getMatchedCount();
          case AddToRange add ->
              rows.updateMany(range(add.from(), add.to()), Updates.inc("n", add.add()))
                  .getMatchedCount();
          case Delete delete -> rows.deleteOne(Filters.eq("_id", delete.id())).getDeletedCount();
          case DeleteRange delete ->
              rows.deleteMany(range(delete.from(), delete.to())).getDeletedCount();
          case Restart restart -> 0;
        };
      } catch (MongoWriteException e) {
        assertThat(e.getCode()).isEqualTo(11000);
        return -1;
      }
    }

    private long upsert(Upsert upsert) {
      Document after =
          rows.findOneAndUpdate(
              Filters.eq("_id", upsert.id()),
              Updates.set("n", upsert.n()),
              new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
      return after == null ? -1 : after.getInteger("n");
    }

    private static Bson range(int from, int to) {
      return Filters.and(Filters.gte("n", from), Filters.lt("n", to));
    }

    void check(Map<Integer, Row> model) {
      List<Document> expected = new ArrayList<>();
      model.forEach((id, row) -> expected.add(row.document(id)));
      assertThat(rows.find()).containsExactlyElementsOf(expected);
      assertThat(rows.find(Filters.gte("n", 0)).sort(Sorts.descending("n")).limit(3))
          .extracting(document -> document.getInteger("n"))
          .isEqualTo(
              model.values().stream()
                  .map(Row::n)
                  .sorted(Comparator.reverseOrder())
                  .limit(3)
                  .toList());
      for (int value = 0; value <= VALUES; value++) {
        assertThat(rows.countDocuments(range(value, value + 2)))
            .isEqualTo(inRange(model, value, value + 2).size());
        assertThat(rows.countDocuments(Filters.eq("unique", value)))
            .isEqualTo(taken(model, -1, value) ? 1 : 0);
      }
    }

    @Override
    public void close() {
      client.close();
      server.close();
    }
  }
}

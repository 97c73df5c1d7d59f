package eu.eutlas.tenant.archive;

import com.mongodb.MongoException;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.tenant.archive.ParallelReading.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonTimestamp;

/** One dump of one cluster. For one thread. */
final class Dump {

  /** Of what writes the archive, so that a later reader knows what to expect of it. */
  static final String TOOL_VERSION = "eutlas-1";

  private final ArchiveClient client;
  private final Catalog catalog;
  private final ServerVersion version;
  private final Plan plan;
  private final Meter meter;
  private final InstantSource clock;
  private final List<CollectionSum> sums = new ArrayList<>();
  private int users;
  private int roles;

  Dump(ArchiveClient client, Catalog catalog, Plan plan, Progress progress, InstantSource clock) {
    this.client = client;
    this.catalog = catalog;
    this.version = client.version();
    this.plan = plan;
    this.meter = new Meter(progress);
    this.clock = clock;
  }

  Manifest to(OutputStream archive) throws IOException {
    var measured = new Measured();
    // Not closed when it fails: what is there then is no archive, and does not end like one.
    var out = Gzip.into(measured.output(archive));
    var writer = new ArchiveWriter(out);
    var bookkeeping = catalog.bookkeeping();
    writer.begin(prelude(bookkeeping));
    read(sources(bookkeeping), writer);
    var takenAt = finish(writer);
    out.close();
    meter.finish();
    return new Manifest(
        takenAt,
        version.text(),
        TOOL_VERSION,
        plan.consistency(),
        sums,
        users,
        roles,
        measured.length(),
        measured.checksum());
  }

  private Prelude prelude(List<Place> bookkeeping) {
    var all = new ArrayList<CollectionDescription>();
    bookkeeping.forEach(place -> all.add(CollectionDescription.plain(place)));
    all.addAll(plan.collections());
    if (plan.consistency() == Consistency.OPLOG) {
      all.add(CollectionDescription.plain(Place.OPLOG));
    }
    return new Prelude(ParallelReading.READERS, version, TOOL_VERSION, all);
  }

  // ---- collections ----

  private List<Source> sources(List<Place> bookkeeping) {
    var sources = new ArrayList<Source>();
    for (var place : bookkeeping) {
      sources.add(new Source(CollectionDescription.plain(place), place, findBookkeeping(place)));
    }
    for (var collection : plan.collections()) {
      if (collection.kind() != Kind.VIEW) {
        sources.add(
            new Source(
                collection, collection.data(version), collection.find(version, plan.find())));
      }
    }
    return sources;
  }

  private BsonDocument findBookkeeping(Place place) {
    var ours = new BsonString("admin." + client.username());
    return place.equals(Place.USERS)
        ? new BsonDocument("filter", new BsonDocument("_id", new BsonDocument("$ne", ours)))
        : new BsonDocument();
  }

  private void read(List<Source> sources, ArchiveWriter writer) throws IOException {
    for (var collection : plan.collections()) {
      if (collection.kind() == Kind.VIEW) {
        // A reader makes a view when it is told that its documents, of which it has none, end.
        writer.end(collection.place(), 0);
        sums.add(collection.sum(collection.place().namespace(), new CollectionHash()));
      }
    }
    try (var reading = new ParallelReading(client, meter, this::isDroppedInTheOplog)) {
      reading.read(sources, new Writing(writer));
    }
  }

  private final class Writing implements ParallelReading.Receiver {
    private final ArchiveWriter writer;

    Writing(ArchiveWriter writer) {
      this.writer = writer;
    }

    @Override
    public void documents(Source source, Documents documents) throws IOException {
      writer.write(source.data(), documents);
    }

    @Override
    public void end(Source source, CollectionHash hash, long crc) throws IOException {
      writer.end(source.data(), crc);
      var place = source.collection().place();
      if (place.equals(Place.USERS)) {
        users = Math.toIntExact(hash.documents());
      } else if (place.equals(Place.ROLES)) {
        roles = Math.toIntExact(hash.documents());
      } else if (!place.isBookkeeping()) {
        sums.add(source.collection().sum(place.namespace(), hash));
      }
    }
  }

  // ---- consistency ----

  /** Its replay drops it too, so it does not matter that only a part of it was read. */
  private boolean isDroppedInTheOplog(Source source) {
    var collection = source.collection();
    return plan.consistency() == Consistency.OPLOG
        && catalog
            .find(collection.place())
            .filter(found -> found.uuid().equals(collection.uuid()))
            .isEmpty();
  }

  /** As of when the data is. */
  private Instant finish(ArchiveWriter writer) throws IOException {
    var time = plan.time();
    if (plan.consistency() == Consistency.OPLOG && time.isPresent()) {
      return instant(new Oplog(client).write(time.get(), writer, meter));
    }
    var now = catalog.uuids();
    for (var collection : plan.collections()) {
      if (!collection.uuid().equals(now.get(collection.place()))) {
        throw new PortFailure.Unavailable(
            "CHANGED_MEANWHILE",
            "The collection " + collection.place() + " was dropped or renamed while it was read.",
            null);
      }
    }
    return time.map(Dump::instant).orElseGet(clock::instant);
  }

  private static Instant instant(BsonTimestamp time) {
    return Instant.ofEpochSecond(time.getTime());
  }

  /** Whether a snapshot was read for longer than the server keeps its past. */
  static boolean isOverrun(MongoException failure) {
    return failure.getCode() == 239 || failure.getCode() == 246;
  }
}

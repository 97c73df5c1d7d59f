package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Restored;
import eu.eutlas.domain.backup.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One restore into one cluster. For one thread. */
final class Restore {
  private static final Logger log = LoggerFactory.getLogger(Restore.class);

  /** Of the server that was read, and not for another to be told. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("autoIndexId", "recordIdsReplicated", "uuid");

  private final ArchiveClient client;
  private final ArchiveClient patient;
  private final Targets what;
  private final Meter meter;
  private final UsersAndRoles users;
  private final Indexes indexes = new Indexes();

  /** By where their documents are in the archive. */
  private final Map<Place, Arriving> arriving = new HashMap<>();

  private final List<CollectionSum> sums = new ArrayList<>();
  private final Set<Namespace> expiring = new HashSet<>();

  Restore(ArchiveClient client, ArchiveClient patient, Selection what, Progress progress) {
    this.client = client;
    this.patient = patient;
    this.what = new Targets(what);
    this.meter = new Meter(progress);
    this.users = new UsersAndRoles(client);
  }

  /** A collection whose documents come. */
  private record Arriving(
      Place name, CollectionDescription collection, Inserting.Target target, CollectionHash hash) {}

  Restored from(InputStream archive) throws IOException {
    new ArchiveSource(archive).read(this::restore);
    meter.finish();
    return new Restored(sums, expiring);
  }

  private void restore(ArchiveReader archive) throws IOException {
    var prelude = archive.prelude();
    var targets = what.of(prelude);
    if (what.isWhole()) {
      new Catalog(client)
          .uuids().keySet().stream().filter(Catalog::isTheCustomers).forEach(this::drop);
    }
    targets.keySet().forEach(this::drop);
    targets.forEach((place, collection) -> prepare(place, collection, prelude.server()));
    if (what.hasAccounts() && (prelude.has(Place.USERS) || prelude.has(Place.ROLES))) {
      users.begin();
    }
    var replay = new OplogReplay(client, what, indexes);
    try (var inserting = new Inserting(client, meter)) {
      var batches = new Batches(inserting);
      archive.read(new Arrival(batches, inserting, replay));
      inserting.finish();
    }
    replay.finish();
    indexes.build(patient);
    targets.forEach((place, collection) -> {
      if (collection.kind() == Kind.VIEW) {
        create(place, collection);
      }
    });
    users.finish();
    sums.addAll(replay.hasReplayed() ? found() : expected(targets));
    targets.forEach((place, collection) -> {
      if (collection.expires()) {
        expiring.add(place.namespace());
      }
    });
  }

  private void drop(Place place) {
    client.database(place.database()).getCollection(place.collection()).drop();
  }

  private void prepare(Place place, CollectionDescription collection, ServerVersion server) {
    if (collection.kind() != Kind.VIEW) {
      create(place, collection);
      indexes.add(place, collection);
      var renamed =
          new CollectionDescription(place, collection.kind(), collection.options(), List.of(), "");
      var data = renamed.data(client.version());
      var asItLies = collection.kind() == Kind.TIME_SERIES && data.equals(place);
      var target = new Inserting.Target(data, collection.isCapped(), asItLies);
      arriving.put(
          collection.data(server), new Arriving(place, collection, target, new CollectionHash()));
    }
  }

  private void create(Place place, CollectionDescription collection) {
    var create = new BsonDocument("create", new BsonString(place.collection()));
    collection
        .options()
        .forEach((name, value) -> {
          if (!OF_THE_SERVER.contains(name)) {
            create.append(name, value);
          }
        });
    client.write(place.database(), create);
  }

  /** Takes what an archive has, as it comes. */
  private final class Arrival implements ArchiveReader.Receiver {
    private final Batches batches;
    private final Inserting inserting;
    private final OplogReplay replay;
    private boolean replaying;

    Arrival(Batches batches, Inserting inserting, OplogReplay replay) {
      this.batches = batches;
      this.inserting = inserting;
      this.replay = replay;
    }

    @Override
    public void document(Place place, byte[] bytes, int length) throws IOException {
      meter.add(1, length);
      var collection = arriving.get(place);
      if (collection != null) {
        collection.hash().add(bytes, 0, length);
        batches.add(collection.target(), bytes, length);
      } else if (place.equals(Place.OPLOG)) {
        beginReplay();
        replay.add(bytes, length);
      } else if (what.hasAccounts()
          && UsersAndRoles.has(place)
          && users.isNew(place, bytes, length)) {
        batches.add(UsersAndRoles.target(place), bytes, length);
      }
    }

    @Override
    public void end(Place place) {
      var collection = arriving.get(place);
      if (collection != null) {
        batches.end(collection.target());
      } else if (UsersAndRoles.has(place)) {
        batches.end(UsersAndRoles.target(place));
      }
    }

    /** The oplog comes last: what it changes has to be there, and to be what was read. */
    private void beginReplay() {
      if (!replaying) {
        replaying = true;
        inserting.finish();
        requireAsRead();
      }
    }
  }

  private void requireAsRead() {
    var wanted = new HashSet<Namespace>();
    var expected = new HashMap<Namespace, CollectionHash>();
    arriving
        .values()
        .forEach(each -> {
          wanted.add(each.name().namespace());
          expected.put(each.name().namespace(), each.hash());
        });
    for (var found : new Sums(client, meter).of(wanted)) {
      var hash = expected.remove(found.namespace());
      if (hash == null || !hash.value().equals(found.hash())) {
        throw new PortFailure.Rejected(
            "RESTORED_DIFFERS", found.namespace() + " is not what was archived.", null);
      }
    }
  }

  private List<CollectionSum> expected(Map<Place, CollectionDescription> targets) {
    var sums = new ArrayList<CollectionSum>();
    targets.forEach((place, collection) -> {
      if (collection.kind() == Kind.VIEW) {
        sums.add(collection.sum(place.namespace(), new CollectionHash()));
      }
    });
    arriving
        .values()
        .forEach(each -> sums.add(each.collection().sum(each.name().namespace(), each.hash())));
    return sums;
  }

  /** After a replay it is what the log has made of it. */
  private List<CollectionSum> found() {
    var wanted = new HashSet<Namespace>();
    indexes.places().forEach(place -> wanted.add(place.namespace()));
    log.info("The log of writes was replayed; {} collections are there now.", wanted.size());
    return new Sums(client, meter).of(wanted);
  }
}

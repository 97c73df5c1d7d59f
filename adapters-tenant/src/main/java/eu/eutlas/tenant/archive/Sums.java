package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.tenant.archive.ParallelReading.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;

/** Reads what is in collections now, to know it again. */
final class Sums {
  private final ArchiveClient client;
  private final Meter meter;

  Sums(ArchiveClient client, Meter meter) {
    this.client = client;
    this.meter = meter;
  }

  List<CollectionSum> of(Set<Namespace> wanted) {
    var sums = new ArrayList<CollectionSum>();
    var sources = new ArrayList<Source>();
    var version = client.version();
    for (var collection : described(wanted)) {
      if (collection.kind() == Kind.VIEW) {
        sums.add(collection.sum(collection.place().namespace(), new CollectionHash()));
      } else {
        sources.add(
            new Source(
                collection,
                collection.data(version),
                collection.find(version, new BsonDocument())));
      }
    }
    try (var reading = new ParallelReading(client, meter, dropped -> false)) {
      reading.read(sources, new Adding(sums));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    meter.finish();
    return sums;
  }

  private List<CollectionDescription> described(Set<Namespace> wanted) {
    var databases = new TreeSet<String>();
    wanted.forEach(namespace -> databases.add(namespace.database()));
    var catalog = new Catalog(client);
    return databases.stream()
        .flatMap(database -> catalog.collections(database).stream())
        .filter(collection -> wanted.contains(collection.place().namespace()))
        .toList();
  }

  private record Adding(List<CollectionSum> sums) implements ParallelReading.Receiver {
    @Override
    public void documents(Source source, Documents documents) {
      // They are added up where they are read.
    }

    @Override
    public void end(Source source, CollectionHash hash, long crc) {
      var collection = source.collection();
      sums.add(collection.sum(collection.place().namespace(), hash));
    }
  }
}

package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers from the file of a folder. When the file breaks, every second it is tried whether it can
 * be opened again; until then clients hear what is wrong.
 */
final class Serving implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Serving.class);

  private final Path folder;
  private final EmbeddedMongoOptions options;
  private final ScheduledThreadPoolExecutor housekeeper;
  private final FolderLock lock;
  private final Future<?> timer;

  private volatile Engine engine;
  private volatile boolean closed;

  private Serving(
      Path folder,
      EmbeddedMongoOptions options,
      ScheduledThreadPoolExecutor housekeeper,
      FolderLock lock,
      Engine engine) {
    this.folder = folder;
    this.options = options;
    this.housekeeper = housekeeper;
    this.lock = lock;
    this.engine = engine;
    timer = housekeeper.scheduleWithFixedDelay(this::openAgain, 1, 1, TimeUnit.SECONDS);
  }

  /** Takes the folder and opens its file; after a failure the folder is free again. */
  static Serving start(
      Path folder,
      EmbeddedMongoOptions options,
      ScheduledThreadPoolExecutor housekeeper,
      Consumer<Users> first) {
    FolderLock lock = FolderLock.take(folder);
    try {
      var engine = Engine.open(folder, options, housekeeper, first);
      return new Serving(folder, options, housekeeper, lock, engine);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  Document answer(Connection connection, Document message) {
    return engine.answer(connection, message);
  }

  boolean isServing() {
    return !closed && !engine.isBroken();
  }

  Engine engine() {
    return engine;
  }

  private synchronized void openAgain() {
    if (closed || isServing()) {
      return;
    }
    engine.close();
    try {
      engine = Engine.open(folder, options, housekeeper, users -> {});
      log.info("the file can be written again folder={}", folder);
    } catch (EmbeddedMongoException e) {
      log.debug("the file cannot be opened again yet", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel(false);
    try {
      engine.close();
    } finally {
      lock.close();
    }
  }
}

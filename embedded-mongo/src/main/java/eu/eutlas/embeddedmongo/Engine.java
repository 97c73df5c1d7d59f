package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;

/** All that stands on one opened file. When the file breaks, another takes its place. */
final class Engine implements AutoCloseable {

  private final DataFile file;
  private final WriteGate gate;
  private final Databases databases;
  private final Users users;
  private final Commands commands;
  private final Housekeeping housekeeping;

  private Engine(
      DataFile file,
      EmbeddedMongoOptions options,
      ScheduledThreadPoolExecutor housekeeper,
      Consumer<Users> first) {
    this.file = file;
    gate = new WriteGate(file);
    databases = new Databases(file);
    users = new Users(file);
    gate.write(() -> {
      first.accept(users);
      return users;
    });
    var cursors = new Cursors();
    commands =
        new Commands(
            users,
            gate,
            List.of(
                new SessionCommands(users, options.version()).commands(),
                new UserCommands(users).commands(),
                new ReadCommands(databases, cursors).commands(),
                new WriteCommands(databases).commands(),
                new ShapeCommands(databases, cursors).commands(),
                new ServerCommands(options.version(), cursors).commands()));
    housekeeping =
        new Housekeeping(
            file,
            gate,
            cursors,
            new Expiry(databases, gate),
            options.idleBeforeCompaction(),
            housekeeper);
  }

  /**
   * Opens the file and all on it.
   *
   * @param first a change of the users before anybody is answered
   * @throws DiskException when the disk is full or the file cannot be written
   */
  static Engine open(
      Path folder,
      EmbeddedMongoOptions options,
      ScheduledThreadPoolExecutor housekeeper,
      Consumer<Users> first) {
    DataFile file = DataFile.open(folder, options.cacheMegabytes());
    try {
      return new Engine(file, options, housekeeper, first);
    } catch (MVStoreException e) {
      file.close();
      throw DataFile.unusable(folder, e);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  Document answer(Connection connection, Document message) {
    return commands.answer(connection, message);
  }

  boolean isBroken() {
    return file.isBroken();
  }

  WriteGate gate() {
    return gate;
  }

  Databases databases() {
    return databases;
  }

  Users users() {
    return users;
  }

  long fileSize() {
    return file.size();
  }

  /** Returns when nothing is at work on the file any more, and it is closed. */
  @Override
  public void close() {
    housekeeping.close();
    gate.alone(() -> {
      file.close();
      return file;
    });
  }
}

package eu.eutlas.embeddedmongo;

import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server that speaks the MongoDB protocol on 127.0.0.1 and keeps everything in one file
 * of its folder.
 *
 * <ul>
 *   <li><b>Durable.</b> A write is answered after it is in the file: it survives the end of the
 *       process at any moment, {@code kill -9} included. The disk is forced once a second and for
 *       writes with {@code j: true}, so that a power failure should cost about the last second.
 *   <li><b>Authenticated.</b> SCRAM-SHA-256 always; nothing but greetings is answered without it.
 *   <li><b>Alone.</b> The folder is locked while the server runs.
 * </ul>
 *
 * All methods may be called from any thread.
 */
public final class EmbeddedMongo implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);

  private final DataFile file;
  private final WriteGate gate;
  private final Databases databases;
  private final Housekeeping housekeeping;
  private final Listener listener;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedMongo(
      DataFile file, AdminCredentials admin, EmbeddedMongoOptions options, SharedThreads threads) {
    this.file = file;
    gate = new WriteGate(file);
    databases = new Databases(file);
    var users = new Users(file);
    gate.write(() -> {
      users.ensureAdmin(admin);
      return admin.username();
    });
    var cursors = new Cursors();
    var commands =
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
    listener = Listener.open(options.port(), threads, commands);
    housekeeping =
        new Housekeeping(
            file,
            gate,
            cursors,
            new Expiry(databases, gate),
            options.idleBeforeCompaction(),
            threads.housekeeper());
  }

  /** Like {@link #start(Path, AdminCredentials, EmbeddedMongoOptions)} with the defaults. */
  public static EmbeddedMongo start(Path folder, AdminCredentials admin) {
    return start(folder, admin, EmbeddedMongoOptions.defaults());
  }

  /**
   * Starts a server on what the folder holds; the folder is made if it is not there. The admin is
   * made or brought to this password before the first connection is accepted.
   *
   * @throws FolderInUseException another server runs on the folder
   * @throws PortInUseException the wanted port is taken; the folder is free again
   * @throws EmbeddedMongoException the folder or file cannot be used
   */
  public static EmbeddedMongo start(
      Path folder, AdminCredentials admin, EmbeddedMongoOptions options) {
    DataFile file = DataFile.open(folder, options.cacheMegabytes());
    SharedThreads threads = SharedThreads.acquire();
    try {
      var server = new EmbeddedMongo(file, admin, options, threads);
      log.info("embedded server listens on {} folder={}", server.address(), folder);
      return server;
    } catch (RuntimeException e) {
      file.close();
      SharedThreads.release();
      throw e;
    }
  }

  /** The port it listens on; the real one also where any was asked for. */
  public int port() {
    return listener.address().getPort();
  }

  /** Host and port as drivers take them, such as {@code 127.0.0.1:27017}. */
  public String address() {
    InetSocketAddress address = listener.address();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** A connection string without credentials: with it alone nothing can be read. */
  public String uri() {
    return "mongodb://" + address() + "/?directConnection=true";
  }

  /** A connection string that logs in with these credentials, which the caller keeps secret. */
  public String connectionString(AdminCredentials credentials) {
    return connectionString(credentials.username(), credentials.password(), "admin");
  }

  /**
   * A connection string for any user.
   *
   * @param authSource the database the user was created in
   */
  public String connectionString(String username, String password, String authSource) {
    return "mongodb://%s:%s@%s/?authSource=%s&authMechanism=SCRAM-SHA-256&directConnection=true"
        .formatted(encoded(username), encoded(password), address(), encoded(authSource));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Databases databases() {
    return databases;
  }

  /** Bytes of the file now. */
  public long fileSize() {
    return file.size();
  }

  /**
   * Takes no more connections, lets the running commands end, ends the connections, commits, and
   * frees port and folder. Repeatable.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    listener.close();
    housekeeping.close();
    gate.alone(() -> {
      file.close();
      return closed;
    });
    SharedThreads.release();
    log.info("embedded server on {} is closed", address());
  }
}

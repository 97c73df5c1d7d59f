package eu.eutlas.embeddedmongo;

import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  private final Serving serving;
  private final Listener listener;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedMongo(Serving serving, Listener listener) {
    this.serving = serving;
    this.listener = listener;
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
   * @throws DiskException the disk is full, or the folder or file cannot be written
   * @throws EmbeddedMongoException the folder or file cannot be used
   */
  public static EmbeddedMongo start(
      Path folder, AdminCredentials admin, EmbeddedMongoOptions options) {
    return start(folder, options, users -> users.ensureAdmin(admin));
  }

  /**
   * Starts a server again with the users that its folder holds.
   *
   * @throws EmbeddedMongoException also when the folder holds no user: nobody could log in
   * @see #start(Path, AdminCredentials, EmbeddedMongoOptions)
   */
  public static EmbeddedMongo start(Path folder, EmbeddedMongoOptions options) {
    return start(folder, options, Users::requireAny);
  }

  private static EmbeddedMongo start(
      Path folder, EmbeddedMongoOptions options, Consumer<Users> first) {
    SharedThreads threads = SharedThreads.acquire();
    try {
      var server =
          listening(Serving.start(folder, options, threads.housekeeper(), first), options, threads);
      log.info("embedded server listens on {} folder={}", server.address(), folder);
      return server;
    } catch (RuntimeException e) {
      SharedThreads.release();
      throw e;
    }
  }

  private static EmbeddedMongo listening(
      Serving serving, EmbeddedMongoOptions options, SharedThreads threads) {
    try {
      return new EmbeddedMongo(serving, Listener.open(options.port(), threads, serving));
    } catch (RuntimeException e) {
      serving.close();
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

  /**
   * Whether commands are carried out. Not so from the moment in which the disk failed, full or
   * broken: then every command but the greeting, {@code ping} and {@code logout} is answered with
   * an error (14031 OutOfDiskSpace, or 91 ShutdownInProgress where the disk is not full) and
   * nothing is acknowledged. What was acknowledged before is kept. Once a second the server tries
   * to open its file again, on the same port and for the same connections, and serves as soon as a
   * megabyte can be written. Never after {@link #close()}.
   */
  public boolean isServing() {
    return serving.isServing();
  }

  /**
   * A short text that is another when a user was made or dropped or has another password or other
   * roles, whoever did it; the same after a restart.
   */
  public String usersFingerprint() {
    return serving.engine().users().fingerprint();
  }

  /**
   * Runs while no client writes anything, so that all that is read is as of one moment; who wants
   * to write waits for as long. Reads of clients go on.
   */
  public <T> T unchanged(Supplier<T> work) {
    return serving.engine().gate().unchanged(work);
  }

  Databases databases() {
    return serving.engine().databases();
  }

  /** Bytes of the file now. */
  public long fileSize() {
    return serving.engine().fileSize();
  }

  /**
   * Takes no more connections, lets the running commands end, ends the connections, commits, and
   * frees port and folder. Repeatable. What was acknowledged is stored also when the disk fails
   * now.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      listener.close();
      serving.close();
    } finally {
      SharedThreads.release();
    }
    log.info("embedded server on {} is closed", address());
  }
}

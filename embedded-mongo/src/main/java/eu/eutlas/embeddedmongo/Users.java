package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;

/**
 * Who may log in. Kept in the same file as the documents, but in a tree of its own that belongs to
 * no database: no command on documents can reach it. Changes are made inside a write.
 */
final class Users {

  private static final String SECRET = "loginSecret";
  private static final int SECRET_BYTES = 32;
  private static final int FINGERPRINT_BYTES = 8;

  private final MVMap<Object, Document> stored;
  private final Map<UserId, User> byId = new ConcurrentHashMap<>();
  private final byte[] pretendSecret;

  Users(DataFile file) {
    stored = file.documents("users");
    stored.values().forEach(document -> remember(User.of(document)));
    MVMap<Object, Document> settings = file.documents("settings");
    if (!settings.containsKey(SECRET)) {
      var fresh = new BinData(ScramSecret.randomBytes(SECRET_BYTES));
      settings.put(SECRET, new Document("value", fresh));
    }
    pretendSecret = Fields.required(settings.get(SECRET), "value", BinData.class).getData();
  }

  private void remember(User user) {
    byId.put(user.id(), user);
  }

  Optional<User> find(UserId id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<User> all() {
    return byId.values().stream()
        .sorted((one, two) -> one.id().text().compareTo(two.id().text()))
        .toList();
  }

  void save(User user) {
    stored.put(user.id().text(), user.document());
    remember(user);
  }

  boolean remove(UserId id) {
    stored.remove(id.text());
    return byId.remove(id) != null;
  }

  /** What a login is checked with; a name that nobody has looks like one that somebody has. */
  ScramSecret secretOf(UserId id) {
    return find(id).map(User::secret).orElseGet(() -> ScramSecret.pretended(pretendSecret, id));
  }

  /** Another text when any user is another. */
  String fingerprint() {
    var text = new StringBuilder();
    all()
        .forEach(user -> text.append(user.id().text()).append(user.version()).append(user.roles()));
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  void requireAny() {
    if (byId.isEmpty()) {
      throw new EmbeddedMongoException("no user is stored here: nobody could log in");
    }
  }

  /** Makes the admin, or gives it this password and the role root. */
  void ensureAdmin(AdminCredentials admin) {
    var id = new UserId(Role.ADMIN_DATABASE, admin.username());
    var root = List.of(new Grant(Role.ROOT, Role.ADMIN_DATABASE));
    User known = byId.get(id);
    if (known == null) {
      save(User.create(id, ScramSecret.ofPassword(admin.password()), root));
    } else if (!known.secret().fits(admin.password())) {
      save(known.withPassword(ScramSecret.ofPassword(admin.password())).withGrants(root));
    } else if (!known.grants().equals(root)) {
      save(known.withGrants(root));
    }
  }
}

package eu.eutlas.embeddedmongo;

import io.netty.channel.Channel;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One client's connection: who it has shown to be. Used by one request at a time. */
final class Connection {

  private final int id;
  private final Channel channel;

  private @Nullable UserId user;
  private @Nullable UUID passwordVersion;
  private @Nullable Login login;

  Connection(int id, Channel channel) {
    this.id = id;
    this.channel = channel;
  }

  int id() {
    return id;
  }

  Channel channel() {
    return channel;
  }

  @Nullable Login login() {
    return login;
  }

  void begin(Login newLogin) {
    login = newLogin;
  }

  void endLogin() {
    login = null;
  }

  void authenticateAs(User authenticated) {
    user = authenticated.id();
    passwordVersion = authenticated.version();
  }

  void logout() {
    user = null;
    passwordVersion = null;
    login = null;
  }

  /** The user behind the connection as it is now; none once dropped or given another password. */
  Optional<User> user(Users users) {
    return user == null
        ? Optional.empty()
        : users.find(user).filter(found -> found.version().equals(passwordVersion));
  }
}

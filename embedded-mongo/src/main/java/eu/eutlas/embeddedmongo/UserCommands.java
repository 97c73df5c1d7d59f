package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import eu.eutlas.embeddedmongo.Command.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Making, changing, dropping and listing users. */
final class UserCommands {

  private final Users users;

  UserCommands(Users users) {
    this.users = users;
  }

  List<Command> commands() {
    return List.of(
        Command.of("createuser", Right.USERS, Lane.WRITE, this::create),
        Command.of("updateuser", Right.USERS, Lane.WRITE, this::update),
        Command.of("dropuser", Right.USERS, Lane.WRITE, this::drop),
        Command.of("grantrolestouser", Right.USERS, Lane.WRITE, this::grant),
        Command.of("revokerolesfromuser", Right.USERS, Lane.WRITE, this::revoke),
        Command.of("usersinfo", UserCommands::needsForInfo, call -> Lane.READ, this::info));
  }

  private Document create(Call call) {
    UserId id = id(call);
    if (users.find(id).isPresent()) {
      throw new MongoServerError(
          51003, "Location51003", "User \"" + id.text() + "\" already exists");
    }
    refuseOtherMechanisms(call);
    List<Grant> grants = Grant.list(call.command().get("roles"), call.database());
    users.save(User.create(id, ScramSecret.ofPassword(password(call)), grants));
    return Replies.ok();
  }

  private Document update(Call call) {
    User user = existing(call);
    refuseOtherMechanisms(call);
    if (call.command().containsKey("roles")) {
      user = user.withGrants(Grant.list(call.command().get("roles"), call.database()));
    }
    if (call.command().containsKey("pwd")) {
      user = user.withPassword(ScramSecret.ofPassword(password(call)));
    }
    users.save(user);
    return Replies.ok();
  }

  private Document drop(Call call) {
    users.remove(existing(call).id());
    return Replies.ok();
  }

  private Document grant(Call call) {
    User user = existing(call);
    var grants = new ArrayList<>(user.grants());
    for (Grant grant : Grant.list(call.command().get("roles"), call.database())) {
      if (!grants.contains(grant)) {
        grants.add(grant);
      }
    }
    users.save(user.withGrants(grants));
    return Replies.ok();
  }

  private Document revoke(Call call) {
    User user = existing(call);
    var grants = new ArrayList<>(user.grants());
    grants.removeAll(Grant.list(call.command().get("roles"), call.database()));
    users.save(user.withGrants(grants));
    return Replies.ok();
  }

  /** Everybody may look at oneself. */
  private static List<Command.Need> needsForInfo(Call call) {
    boolean self =
        call.user() != null
            && wanted(call.command().get(call.name()), call.database())
                .equals(List.of(call.caller()));
    return self ? List.of() : List.of(new Command.Need(Right.USERS, call.database()));
  }

  private Document info(Call call) {
    Object wanted = call.command().get(call.name());
    List<User> found;
    if (wanted instanceof Number) {
      found = users.all().stream().filter(isIn(call.database())).toList();
    } else if (wanted instanceof Document all && all.containsKey("forAllDBs")) {
      found = users.all();
    } else {
      found =
          wanted(wanted, call.database()).stream().flatMap(id -> users.find(id).stream()).toList();
    }
    return new Document("users", found.stream().map(User::shown).toList()).append("ok", 1.0);
  }

  private static Predicate<User> isIn(String database) {
    return user -> user.id().database().equals(database);
  }

  private static List<UserId> wanted(@Nullable Object wanted, String database) {
    if (wanted instanceof Collection<?> several) {
      return several.stream().flatMap(one -> wanted(one, database).stream()).toList();
    }
    if (wanted instanceof String name) {
      return List.of(new UserId(database, name));
    }
    if (wanted instanceof Document full && full.containsKey("user")) {
      return List.of(new UserId(String.valueOf(full.get("db")), String.valueOf(full.get("user"))));
    }
    return List.of();
  }

  private static UserId id(Call call) {
    if (call.command().get(call.name()) instanceof String name && !name.isEmpty()) {
      return new UserId(call.database(), name);
    }
    throw Replies.badValue("a user has a name");
  }

  private User existing(Call call) {
    UserId id = id(call);
    return users
        .find(id)
        .orElseThrow(() ->
            new MongoServerError(
                11, "UserNotFound", "User '" + id.name() + "@" + id.database() + "' not found"));
  }

  private static String password(Call call) {
    if (call.command().get("pwd") instanceof String password && !password.isEmpty()) {
      return password;
    }
    throw Replies.badValue("a user has a password");
  }

  private static void refuseOtherMechanisms(Call call) {
    if (call.command().get("mechanisms") instanceof Collection<?> mechanisms
        && !mechanisms.contains(ScramSecret.MECHANISM)) {
      throw Replies.badValue("the only mechanism here is " + ScramSecret.MECHANISM);
    }
  }
}

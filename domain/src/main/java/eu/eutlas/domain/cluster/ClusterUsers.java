package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may use a cluster's database. Whatever people change makes the next version, which the login
 * that they changed carries, too: at most one of them is not proved yet.
 *
 * @param customer the user whose password people get
 * @param outgoing the customer's login of before the last rotation, while it still works
 * @param ordered the users that people ordered, by name
 * @param creations what ordered some of them, for as long as the same request may come again
 */
public record ClusterUsers(
    int version,
    DatabaseLogin customer,
    Optional<OutgoingLogin> outgoing,
    List<DatabaseUser> ordered,
    List<UserCreation> creations) {
  /** The most that people can order for one cluster. */
  public static final int MOST = 100;

  private static final String SECOND = "2";

  public ClusterUsers {
    ordered = List.copyOf(ordered);
    creations = List.copyOf(creations);
    InvalidValue.unless(version >= 1, "A version of users is 1 or more.");
    InvalidValue.unless(ordered.size() <= MOST, "A cluster has at most 100 database users.");
  }

  /** The customer alone. */
  public static ClusterUsers of(DatabaseLogin customer) {
    return new ClusterUsers(customer.version(), customer, Optional.empty(), List.of(), List.of());
  }

  /** The login to give to people: the former one until the new one is proved. */
  public DatabaseLogin present() {
    return outgoing
        .filter(former -> former.until().isEmpty())
        .map(OutgoingLogin::login)
        .orElse(customer);
  }

  /** The other one of the two names between which the customer's login alternates. */
  public String nextCustomerName() {
    var name = customer.username();
    return name.endsWith(SECOND)
        ? name.substring(0, name.length() - SECOND.length())
        : name + SECOND;
  }

  public int nextVersion() {
    return version + 1;
  }

  public Optional<DatabaseUser> find(Username username) {
    return ordered.stream().filter(user -> user.username().equals(username.value())).findFirst();
  }

  /** The users that are to be in the database at this moment. */
  public List<DatabaseUser> wanted(Instant now) {
    var own =
        Stream.concat(
            Stream.of(customer),
            outgoing.filter(former -> !former.hasEnded(now)).map(OutgoingLogin::login).stream());
    return Stream.concat(own.map(DatabaseUser::customer), ordered.stream()).toList();
  }

  /** The logins of the users that people ordered. */
  public List<DatabaseLogin> others() {
    return ordered.stream().map(DatabaseUser::login).toList();
  }

  /** Those of them that were never proved: none, or the one that people changed last. */
  public List<DatabaseLogin> unproved() {
    return others().stream().filter(login -> login.version() == version).toList();
  }

  /** The login that must not work any more. */
  public Optional<DatabaseLogin> ended(Instant now) {
    return outgoing.filter(former -> former.hasEnded(now)).map(OutgoingLogin::login);
  }

  /** What differs between what is wanted and the users of a database, whoever they are. */
  public UsersTrial.Differs compare(DatabaseLogin admin, List<UserSeen> there, Instant now) {
    var wanted = wanted(now);
    var wrong = new TreeSet<String>();
    wanted.stream()
        .filter(user -> there.stream().noneMatch(seen -> isThere(user, seen)))
        .map(DatabaseUser::username)
        .forEach(wrong::add);
    var superfluous = new TreeSet<String>();
    there.stream()
        .map(UserSeen::username)
        .filter(name -> isOther(admin, name))
        .filter(name -> wanted.stream().noneMatch(user -> user.username().equals(name)))
        .forEach(superfluous::add);
    return new UsersTrial.Differs(wrong, superfluous);
  }

  /** What differs in a database that nobody but EUTLAS is to use. */
  public static UsersTrial.Differs compareToNobody(DatabaseLogin admin, List<UserSeen> there) {
    var others = there.stream().map(UserSeen::username).filter(name -> isOther(admin, name));
    return new UsersTrial.Differs(Set.of(), others.collect(Collectors.toSet()));
  }

  private static boolean isOther(DatabaseLogin admin, String name) {
    return !name.equals(admin.username()) && !Username.isForeign(name);
  }

  private static boolean isThere(DatabaseUser user, UserSeen seen) {
    return user.username().equals(seen.username()) && user.isAsSeen(seen);
  }

  /** Another login for the customer; the present one goes, a while after the new one is proved. */
  ClusterUsers rotated(DatabaseLogin next, Duration overlap) {
    var former = new OutgoingLogin(customer, overlap, Optional.empty());
    return new ClusterUsers(nextVersion(), next, Optional.of(former), ordered, creations);
  }

  /** All of it works: from now on the former login has an end. */
  ClusterUsers proved(Instant now) {
    var ending = outgoing.map(former -> former.endingAfter(now));
    return new ClusterUsers(version, customer, ending, ordered, creations);
  }

  /** The former login is gone, as was wanted all along: it is the same version. */
  ClusterUsers retired() {
    return new ClusterUsers(version, customer, Optional.empty(), ordered, creations);
  }

  boolean isRetirementDue(Instant now) {
    return ended(now).isPresent();
  }

  /** When the former login ends; absent where none does. */
  Optional<Instant> nextEnd() {
    return outgoing.flatMap(OutgoingLogin::until);
  }

  /** One more user, or another one in the place of the one of the same name. */
  ClusterUsers with(DatabaseUser user) {
    var next =
        Stream.concat(others(user.username()), Stream.of(user))
            .sorted((one, two) -> one.username().compareTo(two.username()))
            .toList();
    return new ClusterUsers(nextVersion(), customer, outgoing, next, creations);
  }

  ClusterUsers without(Username username) {
    return new ClusterUsers(
        nextVersion(), customer, outgoing, others(username.value()).toList(), creations);
  }

  private Stream<DatabaseUser> others(String username) {
    return ordered.stream().filter(user -> !user.username().equals(username));
  }

  /** What ordered a user by this request, if it is remembered. */
  public Optional<UserCreation> creation(String originKeyHash) {
    return creations.stream()
        .filter(creation -> creation.origin().keyHash().equals(originKeyHash))
        .findFirst();
  }

  /** Remembers a creation, and forgets those of before the moment. */
  ClusterUsers remember(UserCreation created, Instant since) {
    var kept = creations.stream().filter(before -> before.origin().at().isAfter(since));
    return new ClusterUsers(
        version,
        customer,
        outgoing,
        ordered,
        Stream.concat(Stream.of(created), kept).limit(MOST).toList());
  }
}

package eu.eutlas.domain.cluster;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What became of trying whether a cluster's users are those that are wanted. */
public sealed interface UsersTrial {

  /** Nobody tried: the observation is the data plane's alone. */
  record NotTried() implements UsersTrial {}

  /**
   * All that is wanted is there, and works; nothing else is there.
   *
   * @param dead the former login that has ended and was refused; absent where none has ended
   */
  record Proved(Optional<String> dead) implements UsersTrial {}

  /** The server does not serve yet; the detail is a sentence for people. */
  record NotYet(String detail) implements UsersTrial {}

  /**
   * The server answers, and its users are not those that are wanted.
   *
   * @param wrong the names of those that are missing, have other roles, or are refused
   * @param superfluous the names of those that nobody wants, or no more
   */
  record Differs(Set<String> wrong, Set<String> superfluous) implements UsersTrial {
    public Differs {
      wrong = Set.copyOf(wrong);
      superfluous = Set.copyOf(superfluous);
    }

    public boolean isNothing() {
      return wrong.isEmpty() && superfluous.isEmpty();
    }

    /** A sentence for people. */
    String reason() {
      return wrong.isEmpty()
          ? "It has a database user that is not wanted: %s.".formatted(names(superfluous))
          : "A database user does not exist, or has another password or other roles: %s."
              .formatted(names(wrong));
    }

    private static String names(Set<String> usernames) {
      return String.join(", ", new TreeSet<>(usernames));
    }
  }
}

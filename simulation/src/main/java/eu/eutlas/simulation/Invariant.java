package eu.eutlas.simulation;

/** What must hold, whatever befalls. */
enum Invariant {
  ONE_OPERATION_AT_A_TIME("A cluster has one operation at a time, and an end is an end."),
  EVERY_OPERATION_ENDS("Every accepted operation ends within its deadline."),
  EVENTS_TELL_WHAT_WAS_COMMITTED(
      "Events are dense, in order, and tell exactly what was committed."),
  RESOURCES_HAVE_A_CLUSTER("No resource is without a cluster, none is missing for a ready one."),
  PAUSED_IS_STOPPED("A paused cluster's servers are stopped, and its data is kept."),
  USERS_ARE_AS_ASKED_FOR(
      "A database user can log in with the password and the roles asked for; a deleted one cannot."),
  ROTATIONS_OVERLAP_AND_END(
      "After a rotation both logins work until the overlap ends, and then the new one alone."),
  ONE_BACKUP_AT_A_TIME("A cluster has one backup taken at a time, which comes to its end."),
  EVERY_BACKUP_ENDS("Every accepted backup is completed or failed, or goes with its cluster."),
  BACKUPS_HOLD_WHAT_WAS_THERE("A completed backup is in the store, and holds what there was."),
  NO_USER_IS_A_STRANGER("A database has no user whom nobody asked for."),
  DELETED_STAYS_DELETED("What was deleted stays deleted."),
  NOBODY_SEES_ANOTHER_TENANT("Nobody sees or touches another tenant's things."),
  THE_LAST_OWNER_STAYS("An organization always has an owner."),
  NAMES_AND_PLACES_HOLD("Places and unique names hold."),
  WHAT_WAS_ANSWERED_HOLDS("What was answered is there afterwards, once."),
  EVERYTHING_SETTLES("Once nothing befalls any more, everything settles."),
  NOTHING_BREAKS("Nothing fails for a reason of its own.");

  private final String words;

  Invariant(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  Violation broken(Object subject, String message) {
    return new Violation(this, subject.toString(), message);
  }
}

package eu.eutlas.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventHash;
import eu.eutlas.domain.event.LoggedEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof that the simulation finds what it looks for: a bug planted for each promise. */
final class MutationTest {
  private static final int MOST_SEEDS = 1_000;
  private static final int MOST_DEEDS = 150;

  /** A planted bug, in words, and the promise that it breaks. */
  record Bug(String name, Invariant breaks, Supplier<Alteration> planted) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bug> bugs() {
    return Stream.of(
        new Bug(
            "projects are read without their places",
            Invariant.NAMES_AND_PLACES_HOLD,
            Forgetful::projectsWithoutPlaces),
        new Bug(
            "clusters are written without comparing versions",
            Invariant.ONE_OPERATION_AT_A_TIME,
            Forgetful::clustersWithoutComparing),
        new Bug(
            "what is due is not found again after a crash",
            Invariant.EVERY_OPERATION_ENDS,
            () ->
                Broken.all(
                    Broken.at(ClusterRepository.class, "due", (real, given) -> List.of()),
                    Broken.at(ClusterRepository.class, "overdue", (real, given) -> List.of()))),
        new Bug(
            "the relay skips an event",
            Invariant.EVENTS_TELL_WHAT_WAS_COMMITTED,
            () ->
                Broken.at(
                    EventLog.class,
                    "append",
                    Broken.everyNth(
                        40,
                        (real, given) -> new LoggedEvent(1, EventHash.START, (Event) given[0])))),
        new Bug(
            "the log has gaps", Invariant.EVENTS_TELL_WHAT_WAS_COMMITTED, Forgetful::logsWithGaps),
        new Bug(
            "ends get lost on their way to where people read them",
            Invariant.EVERYTHING_SETTLES,
            () ->
                Broken.at(
                    OperationRepository.class, "add", Broken.everyNth(5, (real, given) -> null))),
        new Bug(
            "the data plane forgets to remove servers",
            Invariant.RESOURCES_HAVE_A_CLUSTER,
            Forgetful::planesThatForgetToRemove),
        new Bug(
            "the data plane shows servers that are gone",
            Invariant.RESOURCES_HAVE_A_CLUSTER,
            Forgetful::planesThatShowTheGone),
        new Bug("a tombstone rises", Invariant.DELETED_STAYS_DELETED, Forgetful::clustersThatRise),
        new Bug("roles leak", Invariant.NOBODY_SEES_ANOTHER_TENANT, Forgetful::rolesThatLeak),
        new Bug(
            "an organization loses its members",
            Invariant.THE_LAST_OWNER_STAYS,
            Forgetful::organizationsWithoutMembers),
        new Bug(
            "a change is answered and not written",
            Invariant.WHAT_WAS_ANSWERED_HOLDS,
            Forgetful::clustersThatLoseUpdates),
        new Bug(
            "a change of size gets lost on its way into the store",
            Invariant.WHAT_WAS_ANSWERED_HOLDS,
            Neglectful::clustersThatForgetTheirSize),
        new Bug(
            "servers stay as they were, whatever is ordered",
            Invariant.RESOURCES_HAVE_A_CLUSTER,
            Neglectful::planesThatPretend),
        new Bug(
            "a change is never done",
            Invariant.EVERY_OPERATION_ENDS,
            Neglectful::changesThatNeverEnd),
        new Bug(
            "servers are said to be stopped and run",
            Invariant.PAUSED_IS_STOPPED,
            Careless::planesThatOnlySayThatTheyStop),
        new Bug(
            "a pause loses the data",
            Invariant.PAUSED_IS_STOPPED,
            Careless::planesThatForgetWhatTheyStop),
        new Bug(
            "logins are taken for proved without being tried",
            Invariant.USERS_ARE_AS_ASKED_FOR,
            Careless::databasesThatTryNobody),
        new Bug(
            "a deleted user stays, and is not shown",
            Invariant.USERS_ARE_AS_ASKED_FOR,
            Careless::databasesThatHideWhomTheyKeep),
        new Bug(
            "a former login is never dropped",
            Invariant.ROTATIONS_OVERLAP_AND_END,
            Careless::databasesThatDropNobody),
        new Bug(
            "a former login ends at once",
            Invariant.ROTATIONS_OVERLAP_AND_END,
            Careless::clustersWithoutOverlap),
        new Bug(
            "users that somebody made by hand are not shown",
            Invariant.NO_USER_IS_A_STRANGER,
            Careless::databasesThatShowNoStranger),
        new Bug(
            "clusters forget which backup is taken",
            Invariant.ONE_BACKUP_AT_A_TIME,
            Lossy::clustersThatForgetTheirBackup),
        new Bug(
            "backups that are due are not found again after a crash",
            Invariant.EVERY_BACKUP_ENDS,
            () -> Broken.at(BackupRepository.class, "toTake", (real, given) -> List.of())),
        new Bug(
            "a store says that it keeps what it loses",
            Invariant.BACKUPS_HOLD_WHAT_WAS_THERE,
            Lossy::storesThatOnlySayThatTheyKeep),
        new Bug(
            "an archive is of another day",
            Invariant.BACKUPS_HOLD_WHAT_WAS_THERE,
            Lossy::archivesOfAnotherDay),
        new Bug(
            "reservations are never swept",
            Invariant.EVERYTHING_SETTLES,
            () ->
                Broken.at(ProjectRepository.class, "withReservations", (real, given) -> List.of())),
        new Bug(
            "a port throws what no port may",
            Invariant.NOTHING_BREAKS,
            () ->
                Broken.at(
                    ProjectRepository.class,
                    "find",
                    Broken.everyNth(20, Forgetful::throwsItsOwn))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  @Timeout(60)
  void isFound(Bug bug) {
    var found = Optional.<Violation>empty();
    for (var seed = 1; seed <= MOST_SEEDS && found.isEmpty(); seed++) {
      found =
          new Run(seed, Set.of(), MOST_DEEDS, bug.planted().get())
              .go(Trace.unread())
              .violation()
              .filter(violation -> violation.invariant() == bug.breaks());
    }

    assertThat(found).isPresent();
  }

  @Test
  void everyPromiseHasItsBug() {
    assertThat(bugs().map(Bug::breaks).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Invariant.class));
  }
}

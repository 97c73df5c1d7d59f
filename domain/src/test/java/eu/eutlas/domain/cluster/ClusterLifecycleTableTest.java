package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.event.Event;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole lifecycle at a glance, five seconds after the state began. After state and observation
 * come the next state, the actions, in how many seconds to look again, the event told, and where
 * the operation stands.
 */
final class ClusterLifecycleTableTest {

  private static final Duration PASSED = Duration.ofSeconds(5);

  private static final String TABLE =
      """
      CREATING         | ABSENT        | CREATING | Provision   | 1   | -                 | PROVISIONING
      CREATING         | STARTING      | CREATING | -           | 1   | -                 | STARTING
      CREATING         | STARTING_OLD  | CREATING | Provision   | 1   | -                 | PROVISIONING
      CREATING         | FAILING       | CREATING | -           | 1   | -                 | STARTING
      CREATING         | FAILING_OLD   | CREATING | Provision   | 1   | -                 | PROVISIONING
      CREATING         | STOPPED       | CREATING | Provision   | 1   | -                 | PROVISIONING
      CREATING         | STOPPED_OLD   | CREATING | Provision   | 1   | -                 | PROVISIONING
      CREATING         | LEAVING       | CREATING | -           | 1   | -                 | PROVISIONING
      CREATING         | UNTRIED       | CREATING | -           | 1   | -                 | PROVING
      CREATING         | PROVED        | READY    | -           | -   | CLUSTER_READY     | -
      CREATING         | REFUSED       | CREATING | EnsureUsers | 0   | -                 | CREATING_LOGIN
      CREATING         | NOT_YET       | CREATING | -           | 1   | -                 | PROVING
      CREATING         | MOVED_UNTRIED | CREATING | -           | 1   | -                 | PROVING
      CREATING         | MOVED_PROVED  | READY    | -           | -   | CLUSTER_READY     | -
      CREATING         | RUNNING_OLD   | CREATING | Provision   | 1   | -                 | PROVISIONING
      READY            | ABSENT        | DEGRADED | Provision   | 1   | CLUSTER_DEGRADED  | -
      READY            | STARTING      | DEGRADED | -           | 1   | CLUSTER_DEGRADED  | -
      READY            | STARTING_OLD  | DEGRADED | Provision   | 1   | CLUSTER_DEGRADED  | -
      READY            | FAILING       | DEGRADED | -           | 1   | CLUSTER_DEGRADED  | -
      READY            | FAILING_OLD   | DEGRADED | Provision   | 1   | CLUSTER_DEGRADED  | -
      READY            | STOPPED       | DEGRADED | Provision   | 1   | CLUSTER_DEGRADED  | -
      READY            | STOPPED_OLD   | DEGRADED | Provision   | 1   | CLUSTER_DEGRADED  | -
      READY            | LEAVING       | DEGRADED | -           | 1   | CLUSTER_DEGRADED  | -
      READY            | UNTRIED       | READY    | -           | -   | -                 | -
      READY            | PROVED        | READY    | -           | -   | -                 | -
      READY            | REFUSED       | DEGRADED | EnsureUsers | 0   | CLUSTER_DEGRADED  | -
      READY            | NOT_YET       | DEGRADED | -           | 1   | CLUSTER_DEGRADED  | -
      READY            | MOVED_UNTRIED | DEGRADED | -           | 1   | CLUSTER_DEGRADED  | -
      READY            | MOVED_PROVED  | READY    | -           | -   | -                 | -
      READY            | RUNNING_OLD   | DEGRADED | Provision   | 1   | CLUSTER_DEGRADED  | -
      UPDATING         | ABSENT        | UPDATING | Provision   | 1   | -                 | PROVISIONING
      UPDATING         | STARTING      | UPDATING | -           | 1   | -                 | STARTING
      UPDATING         | STARTING_OLD  | UPDATING | Provision   | 1   | -                 | PROVISIONING
      UPDATING         | FAILING       | UPDATING | -           | 1   | -                 | STARTING
      UPDATING         | FAILING_OLD   | UPDATING | Provision   | 1   | -                 | PROVISIONING
      UPDATING         | STOPPED       | UPDATING | Provision   | 1   | -                 | PROVISIONING
      UPDATING         | STOPPED_OLD   | UPDATING | Provision   | 1   | -                 | PROVISIONING
      UPDATING         | LEAVING       | UPDATING | -           | 1   | -                 | PROVISIONING
      UPDATING         | UNTRIED       | UPDATING | -           | 1   | -                 | PROVING
      UPDATING         | PROVED        | READY    | -           | -   | CLUSTER_RESIZED   | -
      UPDATING         | REFUSED       | UPDATING | EnsureUsers | 0   | -                 | CREATING_LOGIN
      UPDATING         | NOT_YET       | UPDATING | -           | 1   | -                 | PROVING
      UPDATING         | MOVED_UNTRIED | UPDATING | -           | 1   | -                 | PROVING
      UPDATING         | MOVED_PROVED  | READY    | -           | -   | CLUSTER_RESIZED   | -
      UPDATING         | RUNNING_OLD   | UPDATING | Provision   | 1   | -                 | PROVISIONING
      PAUSING          | ABSENT        | PAUSING  | -           | 1   | -                 | STOPPING
      PAUSING          | STARTING      | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | STARTING_OLD  | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | FAILING       | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | FAILING_OLD   | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | STOPPED       | PAUSED   | -           | -   | CLUSTER_PAUSED    | -
      PAUSING          | STOPPED_OLD   | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | LEAVING       | PAUSING  | -           | 1   | -                 | STOPPING
      PAUSING          | UNTRIED       | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | PROVED        | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | REFUSED       | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | NOT_YET       | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | MOVED_UNTRIED | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | MOVED_PROVED  | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSING          | RUNNING_OLD   | PAUSING  | Stop        | 1   | -                 | STOPPING
      PAUSED           | ABSENT        | PAUSED   | -           | 300 | CLUSTER_DEGRADED  | -
      PAUSED           | STARTING      | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | STARTING_OLD  | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | FAILING       | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | FAILING_OLD   | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | STOPPED       | PAUSED   | -           | -   | -                 | -
      PAUSED           | STOPPED_OLD   | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | LEAVING       | PAUSED   | -           | 300 | CLUSTER_DEGRADED  | -
      PAUSED           | UNTRIED       | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | PROVED        | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | REFUSED       | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | NOT_YET       | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | MOVED_UNTRIED | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | MOVED_PROVED  | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED           | RUNNING_OLD   | PAUSED   | Stop        | 5   | CLUSTER_DEGRADED  | -
      PAUSED_DRIFTED   | ABSENT        | PAUSED   | -           | 300 | -                 | -
      PAUSED_DRIFTED   | STARTING      | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | STARTING_OLD  | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | FAILING       | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | FAILING_OLD   | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | STOPPED       | PAUSED   | -           | -   | CLUSTER_PAUSED    | -
      PAUSED_DRIFTED   | STOPPED_OLD   | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | LEAVING       | PAUSED   | -           | 300 | -                 | -
      PAUSED_DRIFTED   | UNTRIED       | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | PROVED        | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | REFUSED       | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | NOT_YET       | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | MOVED_UNTRIED | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | MOVED_PROVED  | PAUSED   | Stop        | 5   | -                 | -
      PAUSED_DRIFTED   | RUNNING_OLD   | PAUSED   | Stop        | 5   | -                 | -
      RESUMING         | ABSENT        | RESUMING | Provision   | 1   | -                 | PROVISIONING
      RESUMING         | STARTING      | RESUMING | -           | 1   | -                 | STARTING
      RESUMING         | STARTING_OLD  | RESUMING | Provision   | 1   | -                 | PROVISIONING
      RESUMING         | FAILING       | RESUMING | -           | 1   | -                 | STARTING
      RESUMING         | FAILING_OLD   | RESUMING | Provision   | 1   | -                 | PROVISIONING
      RESUMING         | STOPPED       | RESUMING | Provision   | 1   | -                 | PROVISIONING
      RESUMING         | STOPPED_OLD   | RESUMING | Provision   | 1   | -                 | PROVISIONING
      RESUMING         | LEAVING       | RESUMING | -           | 1   | -                 | PROVISIONING
      RESUMING         | UNTRIED       | RESUMING | -           | 1   | -                 | PROVING
      RESUMING         | PROVED        | READY    | -           | -   | CLUSTER_RESUMED   | -
      RESUMING         | REFUSED       | RESUMING | EnsureUsers | 0   | -                 | CREATING_LOGIN
      RESUMING         | NOT_YET       | RESUMING | -           | 1   | -                 | PROVING
      RESUMING         | MOVED_UNTRIED | RESUMING | -           | 1   | -                 | PROVING
      RESUMING         | MOVED_PROVED  | READY    | -           | -   | CLUSTER_RESUMED   | -
      RESUMING         | RUNNING_OLD   | RESUMING | Provision   | 1   | -                 | PROVISIONING
      RESTORING        | ABSENT        | RESTORING | Provision   | 1   | -                 | PROVISIONING
      RESTORING        | STARTING      | RESTORING | -           | 1   | -                 | STARTING
      RESTORING        | STARTING_OLD  | RESTORING | Provision   | 1   | -                 | PROVISIONING
      RESTORING        | FAILING       | RESTORING | -           | 1   | -                 | STARTING
      RESTORING        | FAILING_OLD   | RESTORING | Provision   | 1   | -                 | PROVISIONING
      RESTORING        | STOPPED       | RESTORING | Provision   | 1   | -                 | PROVISIONING
      RESTORING        | STOPPED_OLD   | RESTORING | Provision   | 1   | -                 | PROVISIONING
      RESTORING        | LEAVING       | RESTORING | -           | 1   | -                 | PROVISIONING
      RESTORING        | UNTRIED       | RESTORING | -           | 1   | -                 | PROVING
      RESTORING        | PROVED        | RESTORING | -           | 5   | -                 | COPYING
      RESTORING        | REFUSED       | RESTORING | EnsureUsers | 0   | -                 | KEEPING_OUT
      RESTORING        | NOT_YET       | RESTORING | -           | 1   | -                 | PROVING
      RESTORING        | MOVED_UNTRIED | RESTORING | -           | 1   | -                 | PROVING
      RESTORING        | MOVED_PROVED  | RESTORING | -           | 5   | -                 | COPYING
      RESTORING        | RUNNING_OLD   | RESTORING | Provision   | 1   | -                 | PROVISIONING
      DEGRADED         | ABSENT        | DEGRADED | Provision   | 1   | -                 | -
      DEGRADED         | STARTING      | DEGRADED | -           | 1   | -                 | -
      DEGRADED         | STARTING_OLD  | DEGRADED | Provision   | 1   | -                 | -
      DEGRADED         | FAILING       | DEGRADED | -           | 1   | -                 | -
      DEGRADED         | FAILING_OLD   | DEGRADED | Provision   | 1   | -                 | -
      DEGRADED         | STOPPED       | DEGRADED | Provision   | 1   | -                 | -
      DEGRADED         | STOPPED_OLD   | DEGRADED | Provision   | 1   | -                 | -
      DEGRADED         | LEAVING       | DEGRADED | -           | 1   | -                 | -
      DEGRADED         | UNTRIED       | DEGRADED | -           | 1   | -                 | -
      DEGRADED         | PROVED        | READY    | -           | -   | CLUSTER_RECOVERED | -
      DEGRADED         | REFUSED       | DEGRADED | EnsureUsers | 0   | -                 | -
      DEGRADED         | NOT_YET       | DEGRADED | -           | 1   | -                 | -
      DEGRADED         | MOVED_UNTRIED | DEGRADED | -           | 1   | -                 | -
      DEGRADED         | MOVED_PROVED  | READY    | -           | -   | CLUSTER_RECOVERED | -
      DEGRADED         | RUNNING_OLD   | DEGRADED | Provision   | 1   | -                 | -
      DELETING         | ABSENT        | DELETED  | -           | -   | CLUSTER_DELETED   | -
      DELETING         | STARTING      | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | STARTING_OLD  | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | FAILING       | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | FAILING_OLD   | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | STOPPED       | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | STOPPED_OLD   | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | LEAVING       | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | UNTRIED       | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | PROVED        | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | REFUSED       | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | NOT_YET       | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | MOVED_UNTRIED | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | MOVED_PROVED  | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETING         | RUNNING_OLD   | DELETING | Deprovision | 1   | -                 | REMOVING
      DELETED          | ABSENT        | DELETED  | -           | -   | -                 | -
      DELETED          | STARTING      | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | STARTING_OLD  | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | FAILING       | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | FAILING_OLD   | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | STOPPED       | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | STOPPED_OLD   | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | LEAVING       | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | UNTRIED       | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | PROVED        | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | REFUSED       | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | NOT_YET       | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | MOVED_UNTRIED | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | MOVED_PROVED  | DELETED  | Deprovision | 1   | -                 | -
      DELETED          | RUNNING_OLD   | DELETED  | Deprovision | 1   | -                 | -
      FAILED_TO_CREATE | ABSENT        | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | STARTING      | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | STARTING_OLD  | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | FAILING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | FAILING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | STOPPED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | STOPPED_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | LEAVING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | UNTRIED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | PROVED        | READY    | -           | -   | CLUSTER_RECOVERED | -
      FAILED_TO_CREATE | REFUSED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | NOT_YET       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | MOVED_UNTRIED | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_CREATE | MOVED_PROVED  | READY    | -           | -   | CLUSTER_RECOVERED | -
      FAILED_TO_CREATE | RUNNING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | ABSENT        | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | STARTING      | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | STARTING_OLD  | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | FAILING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | FAILING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | STOPPED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | STOPPED_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | LEAVING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | UNTRIED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | PROVED        | READY    | -           | -   | CLUSTER_RECOVERED | -
      FAILED_TO_UPDATE | REFUSED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | NOT_YET       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | MOVED_UNTRIED | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_UPDATE | MOVED_PROVED  | READY    | -           | -   | CLUSTER_RECOVERED | -
      FAILED_TO_UPDATE | RUNNING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | ABSENT        | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | STARTING      | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | STARTING_OLD  | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | FAILING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | FAILING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | STOPPED       | PAUSED   | -           | -   | CLUSTER_PAUSED    | -
      FAILED_TO_PAUSE  | STOPPED_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | LEAVING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | UNTRIED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | PROVED        | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | REFUSED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | NOT_YET       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | MOVED_UNTRIED | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | MOVED_PROVED  | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_PAUSE  | RUNNING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | ABSENT        | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | STARTING      | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | STARTING_OLD  | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | FAILING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | FAILING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | STOPPED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | STOPPED_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | LEAVING       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | UNTRIED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | PROVED        | READY    | -           | -   | CLUSTER_RECOVERED | -
      FAILED_TO_RESUME | REFUSED       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | NOT_YET       | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | MOVED_UNTRIED | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESUME | MOVED_PROVED  | READY    | -           | -   | CLUSTER_RECOVERED | -
      FAILED_TO_RESUME | RUNNING_OLD   | FAILED   | -           | 300 | -                 | ACCEPTED
      FAILED_TO_RESTORE | ABSENT        | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | STARTING      | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | STARTING_OLD  | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | FAILING       | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | FAILING_OLD   | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | STOPPED       | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | STOPPED_OLD   | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | LEAVING       | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | UNTRIED       | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | PROVED        | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | REFUSED       | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | NOT_YET       | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | MOVED_UNTRIED | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | MOVED_PROVED  | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_RESTORE | RUNNING_OLD   | FAILED   | -           | 300 | -                 | COPYING
      FAILED_TO_DELETE | ABSENT        | DELETED  | -           | -   | CLUSTER_DELETED   | -
      FAILED_TO_DELETE | STARTING      | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | STARTING_OLD  | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | FAILING       | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | FAILING_OLD   | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | STOPPED       | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | STOPPED_OLD   | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | LEAVING       | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | UNTRIED       | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | PROVED        | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | REFUSED       | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | NOT_YET       | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | MOVED_UNTRIED | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | MOVED_PROVED  | FAILED   | -           | 300 | -                 | REMOVING
      FAILED_TO_DELETE | RUNNING_OLD   | FAILED   | -           | 300 | -                 | REMOVING
      """;

  @ParameterizedTest(name = "{0} sees {1}")
  @CsvSource(textBlock = TABLE, delimiter = '|')
  void stepsAsTheTableSays(
      Stage stage,
      Seen seen,
      ClusterState.Name next,
      String actions,
      String lookAgain,
      String event,
      String operation) {
    var now = NOW.plus(PASSED);

    var step = ClusterLifecycle.step(stage.cluster(), seen.observation(), ClusterFixture.turn(now));

    var status = step.next().status();
    assertThat(status.state().name()).isEqualTo(next);
    assertThat(cell(step.actions().stream().map(action -> action.getClass().getSimpleName())))
        .isEqualTo(actions);
    assertThat(cell(status.lookAgainAt().stream().map(at -> Duration.between(now, at).toSeconds())))
        .isEqualTo(lookAgain);
    assertThat(cell(step.next().outbox().events().stream().map(Event::type))).isEqualTo(event);
    assertThat(cell(status.operation().stream().map(running -> running.step())))
        .isEqualTo(operation);
  }

  @Test
  void theTableHasARowForEveryStateAndObservation() {
    assertThat(TABLE.lines().distinct()).hasSize(Stage.values().length * Seen.values().length);
  }

  private static String cell(Stream<?> values) {
    return values
        .map(Object::toString)
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" "), text -> text.isEmpty() ? "-" : text));
  }
}

package eu.eutlas.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.eutlas.application.Lease;
import eu.eutlas.application.Node;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.backup.Backups;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.identity.Sessions;
import eu.eutlas.testkit.identity.Users;
import eu.eutlas.testkit.mail.Mails;
import eu.eutlas.testkit.operation.Operations;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every port over a store holds to while the store is away: each of its calls, those to come
 * included, says {@code Unavailable} and shows nothing of the foreign system in its message.
 */
public abstract class OutageContract {
  private static final String APPLICATION = "eu.eutlas.application.";

  /** An argument for each type that a port asks for. */
  private static final Map<Class<?>, Object> ARGUMENTS =
      Map.ofEntries(
          Map.entry(int.class, 10),
          Map.entry(long.class, 0L),
          Map.entry(String.class, "text"),
          Map.entry(Optional.class, Optional.empty()),
          Map.entry(Instant.class, PinnedClock.START),
          Map.entry(Duration.class, Duration.ofSeconds(60)),
          Map.entry(Scope.class, Scopes.everything()),
          Map.entry(PageRequest.class, PageRequest.first()),
          Map.entry(Node.class, new Node("node", "start")),
          Map.entry(Lease.class, new Lease("key", "holder", PinnedClock.START)),
          Map.entry(User.class, Users.aUser().build()),
          Map.entry(UserId.class, Users.id(1)),
          Map.entry(Email.class, Users.email(1)),
          Map.entry(TokenHash.class, Users.tokenHash(1)),
          Map.entry(Session.class, Sessions.aSession().build()),
          Map.entry(SessionId.class, Sessions.id(1)),
          Map.entry(Mail.class, Mails.aMail().build()),
          Map.entry(MailId.class, Mails.id(1)),
          Map.entry(Organization.class, Organizations.anOrganization().build()),
          Map.entry(OrgId.class, Organizations.id(1)),
          Map.entry(Project.class, Projects.aProject().build()),
          Map.entry(ProjectId.class, Projects.id(1)),
          Map.entry(Cluster.class, Clusters.aCluster().build()),
          Map.entry(ClusterId.class, Clusters.id(1)),
          Map.entry(Backup.class, Backups.aBackup().build()),
          Map.entry(BackupId.class, Backups.id(1)),
          Map.entry(ClusterQuery.class, Clusters.query().build()),
          Map.entry(RegionId.class, Clusters.REGION),
          Map.entry(Operation.class, Operations.anOperation().build()),
          Map.entry(OperationId.class, Operations.id(1)),
          Map.entry(Outbox.class, Outbox.EMPTY.tell(Events.anEvent().build())),
          Map.entry(Event.class, Events.anEvent().build()),
          Map.entry(EventQuery.class, EventQuery.ofOrg(Organizations.id(1))));

  /** Ports of the application whose store is away. */
  protected abstract List<Object> portsWithoutStore();

  @TestFactory
  Stream<DynamicTest> eachCallTellsTheOutage() {
    return portsWithoutStore().stream().flatMap(OutageContract::calls);
  }

  private static Stream<DynamicTest> calls(Object subject) {
    return ports(subject)
        .flatMap(port -> Arrays.stream(port.getMethods()))
        .map(call ->
            DynamicTest.dynamicTest(
                call.getDeclaringClass().getSimpleName() + "." + call.getName(),
                () -> tellsTheOutage(subject, call)));
  }

  private static void tellsTheOutage(Object subject, Method call) {
    var thrown = catchThrowable(() -> invoke(subject, call));

    assertThat(thrown).isInstanceOf(PortFailure.Unavailable.class);
    assertThat(thrown.getMessage()).isNotBlank().doesNotContain("Exception", "com.mongodb");
  }

  private static void invoke(Object subject, Method call) throws Throwable {
    var arguments = Arrays.stream(call.getParameterTypes()).map(OutageContract::argument).toArray();
    try {
      call.invoke(subject, arguments);
    } catch (InvocationTargetException wrapped) {
      throw wrapped.getTargetException();
    }
  }

  private static Object argument(Class<?> type) {
    return Optional.<Object>ofNullable(ARGUMENTS.get(type))
        .orElseThrow(() -> new AssertionError("No argument of " + type + " is known here."));
  }

  private static Stream<Class<?>> ports(Object subject) {
    var ports =
        Arrays.<Class<?>>stream(subject.getClass().getInterfaces())
            .filter(type -> type.getName().startsWith(APPLICATION))
            .toList();
    assertThat(ports).as("ports of " + subject).isNotEmpty();
    return ports.stream();
  }
}

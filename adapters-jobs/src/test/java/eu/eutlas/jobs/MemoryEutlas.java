package eu.eutlas.jobs;

import static java.util.Objects.requireNonNull;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.identity.LogIn;
import eu.eutlas.application.identity.SignUp;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.memory.MemoryLeases;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.memory.backup.MemoryBackupRepository;
import eu.eutlas.memory.backup.MemoryBackups;
import eu.eutlas.memory.cluster.MemoryClusterRepository;
import eu.eutlas.memory.cluster.MemoryDataPlane;
import eu.eutlas.memory.cluster.MemoryMaintenanceRepository;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import eu.eutlas.memory.cluster.MemoryUnknownResourceRepository;
import eu.eutlas.memory.event.MemoryEventLog;
import eu.eutlas.memory.identity.MemoryPasswords;
import eu.eutlas.memory.identity.MemorySessionRepository;
import eu.eutlas.memory.identity.MemoryTokens;
import eu.eutlas.memory.identity.MemoryUserRepository;
import eu.eutlas.memory.mail.MemoryMailRepository;
import eu.eutlas.memory.mail.MemoryMailer;
import eu.eutlas.memory.operation.MemoryOperationRepository;
import eu.eutlas.memory.organization.MemoryOrganizationRepository;
import eu.eutlas.memory.project.MemoryProjectRepository;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * EUTLAS in memory, assembled and not started: its own queue and sweeps stand still, so that
 * whatever goes on is done by jobs.
 */
final class MemoryEutlas implements AutoCloseable {
  private static final RegionId REGION = new RegionId("memory");
  private static final Email EMAIL = new Email("dev@example.org");
  private static final Secret PASSWORD = new Secret("a lamp in every window");
  private static final Actor.Guest GUEST =
      new Actor.Guest(new Caller("127.0.0.1", "test", new CorrelationId("test")));

  private final MemoryTenantDatabase tenants = new MemoryTenantDatabase();
  private final MemoryDataPlane dataPlane = new MemoryDataPlane(REGION, tenants);
  private final MemoryMailer mailer = new MemoryMailer();
  private final MemoryClusterRepository clusters = new MemoryClusterRepository();
  private final Eutlas eutlas;

  MemoryEutlas(Jobs jobs) {
    var clock = new MillisecondClock(Clock.systemUTC());
    this.eutlas =
        Eutlas.with(
            new Ports(
                new Node("test", "first"),
                Settings.at(URI.create("http://localhost:8080")),
                catalogue(),
                new Ports.Stores(
                    new MemoryUserRepository(),
                    new MemorySessionRepository(),
                    new MemoryOrganizationRepository(),
                    new MemoryProjectRepository(),
                    clusters,
                    new MemoryBackupRepository(),
                    new MemoryOperationRepository(),
                    new MemoryEventLog(),
                    new MemoryMailRepository(),
                    new MemoryMaintenanceRepository(),
                    new MemoryUnknownResourceRepository(),
                    new MemoryLeases(clock)),
                new Ports.Security(new MemoryPasswords(), new MemoryTokens(), new MemorySealer()),
                List.of(dataPlane),
                Map.of(),
                tenants,
                MemoryBackups.over(clock).ports(),
                mailer,
                jobs,
                Telemetry.NONE,
                clock,
                new SecureRandom()));
  }

  Eutlas eutlas() {
    return eutlas;
  }

  MemoryDataPlane dataPlane() {
    return dataPlane;
  }

  MemoryMailer mailer() {
    return mailer;
  }

  /** Signs somebody up; the mail with the link is left to whoever sends mails. */
  void signUp() {
    var command =
        new SignUp.Command(
            EMAIL, new NewPassword(PASSWORD), new PersonName("Dev"), Optional.empty());
    eutlas.identity().signUp().handle(GUEST, command).orElseThrow();
  }

  /** Verifies the address by the mail that was sent, and orders a cluster. */
  OperationTicket order(String name) {
    var link = requireNonNull(mailer.letters().getFirst().variables().get("link")).reveal();
    var token = new Secret(link.substring(link.indexOf('=') + 1));
    eutlas.identity().verifyEmail().handle(GUEST, token).orElseThrow();
    var tokens =
        eutlas
            .identity()
            .logIn()
            .handle(GUEST, new LogIn.Command(EMAIL, PASSWORD, ClientKind.PROGRAM))
            .orElseThrow();
    var person =
        eutlas.identity().authenticate().handle(tokens.accessToken(), GUEST.caller()).orElseThrow();
    return order(person, name);
  }

  private OperationTicket order(Actor.Person person, String name) {
    var organization =
        eutlas
            .organizations()
            .create()
            .handle(person, new CreateOrganization.Command(new OrgName("Shop"), Optional.empty()))
            .orElseThrow()
            .value();
    var project =
        eutlas
            .projects()
            .create()
            .handle(
                person,
                new CreateProject.Command(
                    organization.id(), new ProjectName("Shop"), Optional.empty()))
            .orElseThrow()
            .value();
    var cluster =
        eutlas
            .clusters()
            .create()
            .handle(
                person,
                new CreateCluster.Command(
                    project.id(),
                    new ClusterName(name),
                    new PlanId("DEV"),
                    REGION,
                    new MongoVersion("7.0"),
                    new ClusterSettings(Labels.NONE, false),
                    Optional.empty()))
            .orElseThrow()
            .value();
    return OperationTicket.of(cluster, cluster.running().orElseThrow());
  }

  private static Catalogue catalogue() {
    var plan =
        new Plan(
            new PlanId("DEV"),
            "Dev",
            new Resources(250, 512, 5, 1),
            false,
            new Money(900, Currency.getInstance("EUR")));
    return new Catalogue(
        List.of(plan),
        List.of(new Region(REGION, "Memory", "127.0.0.1", RegionType.LOCAL)),
        List.of(new MongoRelease(new MongoVersion("7.0"), true, LocalDate.of(2027, 8, 31))));
  }

  @Override
  public void close() {
    eutlas.close();
  }
}

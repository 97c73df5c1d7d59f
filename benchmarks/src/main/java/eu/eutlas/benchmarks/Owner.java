package eu.eutlas.benchmarks;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.backup.BackupPolicies;
import eu.eutlas.application.backup.OrderBackup;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.identity.LogIn;
import eu.eutlas.application.identity.SignUp;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import java.util.Objects;
import java.util.Optional;

/** Somebody who has an organization and orders many clusters. */
public final class Owner {
  private static final Caller CALLER =
      new Caller("192.0.2.1", "benchmark", new CorrelationId("benchmark"));
  private static final Actor.Guest GUEST = new Actor.Guest(CALLER);
  private static final Email EMAIL = new Email("owner@example.org");
  private static final Secret PASSWORD = new Secret("a lamp in every window");

  /** A project has room for 500. */
  private static final int PER_PROJECT = 400;

  private final RegionId region;
  private final Actor.Person person;
  private final OrgId org;
  private Optional<ProjectId> project = Optional.empty();
  private int ordered;

  private Owner(RegionId region, Actor.Person person, OrgId org) {
    this.region = region;
    this.person = person;
    this.org = org;
  }

  /** Has an organization at a node of the installation from now on. */
  public static Owner settle(Installation installation, Eutlas eutlas) throws InterruptedException {
    var mailer = installation.mailer();
    var identity = eutlas.identity();
    done(
        identity
            .signUp()
            .handle(
                GUEST,
                new SignUp.Command(
                    EMAIL, new NewPassword(PASSWORD), new PersonName("Owner"), Optional.empty())));
    while (mailer.letters(EMAIL).isEmpty()) {
      Thread.sleep(10);
    }
    var link =
        Objects.requireNonNull(mailer.letters(EMAIL).getLast().variables().get("link")).reveal();
    done(identity.verifyEmail().handle(GUEST, new Secret(link.substring(link.indexOf('=') + 1))));
    var signedIn =
        done(
            identity.logIn().handle(GUEST, new LogIn.Command(EMAIL, PASSWORD, ClientKind.PROGRAM)));
    var person = done(identity.authenticate().handle(signedIn.accessToken(), CALLER));
    var org =
        done(
            eutlas
                .organizations()
                .create()
                .handle(
                    person, new CreateOrganization.Command(new OrgName("Acme"), Optional.empty())));
    return new Owner(
        installation.ports().dataPlanes().getFirst().region(), person, org.value().id());
  }

  /** Orders one more cluster from a node. */
  public Cluster order(Eutlas eutlas) {
    if (ordered % PER_PROJECT == 0) {
      var name = new ProjectName("Project " + ordered / PER_PROJECT);
      var made =
          done(
              eutlas
                  .projects()
                  .create()
                  .handle(person, new CreateProject.Command(org, name, Optional.empty())));
      project = Optional.of(made.value().id());
    }
    ordered++;
    return done(eutlas
            .clusters()
            .create()
            .handle(
                person,
                new CreateCluster.Command(
                    project.orElseThrow(),
                    new ClusterName("db-" + ordered),
                    Installation.PLAN,
                    region,
                    Installation.VERSION,
                    new ClusterSettings(Labels.NONE, false),
                    Optional.empty())))
        .value();
  }

  /** Gives one of its clusters another policy. */
  public Cluster follow(Eutlas eutlas, Cluster cluster, BackupPolicy policy) {
    return done(
        eutlas
            .backups()
            .policies()
            .change(person, new BackupPolicies.Change(address(cluster), policy, Optional.empty())));
  }

  /** Orders a backup of one of its clusters now. */
  public Backup backUp(Eutlas eutlas, Cluster cluster) {
    return done(eutlas
            .backups()
            .order()
            .handle(person, new OrderBackup.Command(address(cluster), Optional.empty())))
        .value();
  }

  private static Address address(Cluster cluster) {
    return new Address(cluster.projectId(), cluster.id());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var refusal) -> throw new IllegalStateException(refusal.toString());
    };
  }
}

package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Created;
import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Node;
import eu.eutlas.application.Settings;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.cluster.DeleteCluster;
import eu.eutlas.application.cluster.PauseCluster;
import eu.eutlas.application.cluster.ResizeCluster;
import eu.eutlas.application.cluster.ResumeCluster;
import eu.eutlas.application.cluster.RotateCredentials;
import eu.eutlas.application.cluster.UpgradeCluster;
import eu.eutlas.application.identity.LogIn;
import eu.eutlas.application.identity.SignUp;
import eu.eutlas.application.identity.SignedIn;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.application.project.DeleteProject;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultPlan;
import java.time.Duration;
import java.util.Optional;

/** EUTLAS on one node, not started but stepped by hand, with people who use it. */
record Trial(Site site, Eutlas eutlas) {
  static final Actor.Guest GUEST =
      new Actor.Guest(new Caller("192.0.2.1", "test", new CorrelationId("guest")));
  static final Secret PASSWORD = new Secret("a lamp in every window");
  private static final int RESTLESS = 10_000;

  /** A first node of an installation in which nothing has happened. */
  static Trial begin() {
    return begin(Site.SETTINGS);
  }

  static Trial begin(Settings settings) {
    var site = Site.empty();
    return on(site, new Node("node-1", "start-1"), settings);
  }

  private static Trial on(Site site, Node node, Settings settings) {
    return new Trial(site, site.node(node, (port, call) -> Fault.NONE, site.clock(), settings));
  }

  /** The same node after it was started anew: its queue is empty. */
  Trial restarted() {
    return on(site, new Node("node-1", "start-2"), Site.SETTINGS);
  }

  /** The same with other settings. */
  Trial with(Settings settings) {
    return on(site, new Node("node-1", "start-2"), settings);
  }

  Trial secondNode() {
    return on(site, new Node("node-2", "start-1"), Site.SETTINGS);
  }

  /** The first node, reaching everything outside through a plan. */
  Trial through(FaultPlan plan) {
    return new Trial(
        site, site.node(new Node("node-1", "start-1"), plan, site.clock(), Site.SETTINGS));
  }

  /** Somebody with a verified address, logged in. */
  Actor.Person person(String name) {
    signUp(name);
    rest();
    eutlas.identity().verifyEmail().handle(GUEST, mailedToken(email(name))).orElseThrow();
    return loggedIn(name);
  }

  /** Somebody who has not verified their address, logged in. */
  Actor.Person unverified(String name) {
    signUp(name);
    return loggedIn(name);
  }

  void signUp(String name) {
    eutlas.identity().signUp().handle(GUEST, signUpOf(name)).orElseThrow();
  }

  static SignUp.Command signUpOf(String name) {
    return new SignUp.Command(
        email(name), new NewPassword(PASSWORD), new PersonName(name), Optional.empty());
  }

  static Email email(String name) {
    return new Email(name + "@example.org");
  }

  /** The token in the last letter to an address. */
  Secret mailedToken(Email to) {
    var link = mailedLink(to);
    return new Secret(link.substring(link.indexOf('=') + 1));
  }

  /** The link in the last letter to an address. */
  String mailedLink(Email to) {
    var variables = site.mailer().letters(to).getLast().variables();
    return Optional.ofNullable(variables.get("link")).orElseThrow().reveal();
  }

  SignedIn logIn(String name) {
    var command = new LogIn.Command(email(name), PASSWORD, ClientKind.PROGRAM);
    return eutlas.identity().logIn().handle(GUEST, command).orElseThrow();
  }

  Outcome<Actor.Person> authenticate(SignedIn signedIn) {
    return eutlas.identity().authenticate().handle(signedIn.accessToken(), GUEST.caller());
  }

  private Actor.Person loggedIn(String name) {
    return authenticate(logIn(name)).orElseThrow();
  }

  OrgId organization(Actor owner) {
    var command = new CreateOrganization.Command(new OrgName("Example"), Optional.empty());
    return eutlas.organizations().create().handle(owner, command).orElseThrow().value().id();
  }

  Project project(Actor actor, OrgId org) {
    return createProject(actor, org, Optional.empty()).orElseThrow().value();
  }

  Outcome<Created<Project>> createProject(Actor actor, OrgId org, Optional<OriginKey> origin) {
    return eutlas
        .projects()
        .create()
        .handle(actor, new CreateProject.Command(org, new ProjectName("Shop"), origin));
  }

  Outcome<Project> deleteProject(Actor actor, Project project) {
    return eutlas
        .projects()
        .delete()
        .handle(actor, new DeleteProject.Command(project.orgId(), project.id(), Optional.empty()));
  }

  Outcome<Created<Cluster>> create(Actor actor, CreateCluster.Command command) {
    return eutlas.clusters().create().handle(actor, command);
  }

  /** An order of a cluster called shop-db. */
  static CreateCluster.Command order(ProjectId project) {
    return order(project, Optional.empty());
  }

  static CreateCluster.Command order(ProjectId project, Optional<OriginKey> origin) {
    return new CreateCluster.Command(
        project,
        new ClusterName("shop-db"),
        new PlanId("DEV"),
        Clusters.REGION,
        new MongoVersion("7.0"),
        new ClusterSettings(Labels.NONE, false),
        origin);
  }

  Outcome<Cluster> delete(Actor actor, Cluster cluster) {
    return eutlas
        .clusters()
        .delete()
        .handle(actor, new DeleteCluster.Command(address(cluster), Optional.empty()));
  }

  Outcome<Cluster> resize(Actor actor, Cluster cluster, String plan) {
    return eutlas
        .clusters()
        .resize()
        .handle(
            actor, new ResizeCluster.Command(address(cluster), new PlanId(plan), Optional.empty()));
  }

  Outcome<Cluster> upgrade(Actor actor, Cluster cluster, String version) {
    return eutlas
        .clusters()
        .upgrade()
        .handle(
            actor,
            new UpgradeCluster.Command(
                address(cluster), new MongoVersion(version), Optional.empty()));
  }

  Outcome<Cluster> rotate(Actor actor, Cluster cluster, int overlapMinutes) {
    return eutlas
        .clusters()
        .rotate()
        .handle(
            actor,
            new RotateCredentials.Command(
                address(cluster), new OverlapMinutes(overlapMinutes), Optional.empty()));
  }

  Outcome<Cluster> pause(Actor actor, Cluster cluster) {
    return eutlas
        .clusters()
        .pause()
        .handle(actor, new PauseCluster.Command(address(cluster), Optional.empty()));
  }

  Outcome<Cluster> resume(Actor actor, Cluster cluster) {
    return eutlas
        .clusters()
        .resume()
        .handle(actor, new ResumeCluster.Command(address(cluster), Optional.empty()));
  }

  static Address address(Cluster cluster) {
    return new Address(cluster.projectId(), cluster.id());
  }

  /** The cluster as it is stored, tombstones included. */
  Cluster stored(ClusterId id) {
    return site.clusters().find(Scopes.everything(), id).orElseThrow();
  }

  Project stored(ProjectId id) {
    return site.projects().find(Scopes.everything(), id).orElseThrow();
  }

  /** Does all that is due now. */
  void rest() {
    var steps = 0;
    while (eutlas.workOnce()) {
      assertThat(++steps).as("pieces of work without a rest").isLessThan(RESTLESS);
    }
  }

  /** Lets time pass, with a round of the safety nets every five seconds. */
  void pass(Duration time) {
    var end = site.clock().instant().plus(time);
    while (site.clock().instant().isBefore(end)) {
      eutlas.sweepOnce();
      rest();
      site.clock().move(Duration.ofSeconds(5));
    }
    eutlas.sweepOnce();
    rest();
  }

  /** Makes one pass over a cluster, whatever this node knows of clocks. */
  void pass(Cluster cluster) {
    var operation = cluster.running().orElseThrow();
    var unused = eutlas.operations().drive().handle(Jobs.OperationTicket.of(cluster, operation));
  }

  /** Makes the round in which what has had its time is forgotten, as each node does by the hour. */
  void forget() {
    eutlas.forgetOnce();
  }

  /** Lets so much time pass that whatever can settle has settled. */
  void settle() {
    pass(Duration.ofMinutes(4));
  }

  static RefusalCode refusalOf(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return refusal(outcome).map(Refusal::code).orElseThrow();
  }

  static Optional<Refusal> refusal(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> ignored -> Optional.empty();
      case Outcome.Refused<?>(var refusal) -> Optional.of(refusal);
    };
  }
}

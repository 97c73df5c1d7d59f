package eu.eutlas.examples.embedding;

import com.mongodb.client.MongoClients;
import eu.eutlas.application.Eutlas;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.cluster.RotateCredentials;
import eu.eutlas.application.identity.LogIn;
import eu.eutlas.application.identity.SignUp;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.Money;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Region;
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
import eu.eutlas.security.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A plain program with EUTLAS in it. Its first run signs somebody up and orders a cluster; every
 * later run finds the cluster again and gives it another login, with the former one gone at once.
 *
 * <p>Usage: {@code Embedding FOLDER}
 */
public final class Embedding {
  private static final Email EMAIL = new Email("dev@example.org");
  private static final Secret PASSWORD = new Secret("a lamp in every window");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Actor.Guest GUEST =
      new Actor.Guest(new Caller("127.0.0.1", "example", new CorrelationId("example")));

  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              new Plan(
                  new PlanId("DEV"),
                  "Dev",
                  new Resources(250, 512, 5, 1),
                  false,
                  new Money(900, Currency.getInstance("EUR")))),
          List.of(new Region(EmbeddedEutlas.REGION, "This machine", "127.0.0.1", RegionType.LOCAL)),
          List.of(new MongoRelease(new MongoVersion("7.0"), true, LocalDate.of(2027, 8, 31))));

  private final Eutlas eutlas;
  private final BlockingQueue<Secret> links;

  private Embedding(Eutlas eutlas, BlockingQueue<Secret> links) {
    this.eutlas = eutlas;
    this.links = links;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println(run(Path.of(arguments[0])));
  }

  /** What a run found: its cluster, as whom, and how many runs have left a document in it. */
  record Visit(String address, String username, long count) {
    @Override
    public String toString() {
      return "The cluster at %s was visited %d times, last by %s."
          .formatted(address, count, username);
    }
  }

  /** Runs once. */
  static Visit run(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var key = folder.resolve("sealing.key");
    var first = Files.notExists(key);
    if (first) {
      Files.writeString(key, KeyRing.generate().reveal());
    }
    var links = new LinkedBlockingQueue<Secret>();
    try (var embedded =
        EmbeddedEutlas.open(
            folder,
            new Secret(Files.readString(key)),
            CATALOGUE,
            letter -> links.add(letter.variables().get("link")))) {
      var example = new Embedding(embedded.eutlas(), links);
      if (first) {
        example.signUp();
        example.orderCluster(example.logIn());
      } else {
        example.rotate(example.logIn());
      }
      return example.visit(example.logIn());
    }
  }

  private void signUp() throws InterruptedException {
    var command =
        new SignUp.Command(
            EMAIL, new NewPassword(PASSWORD), new PersonName("Dev"), Optional.empty());
    eutlas.identity().signUp().handle(GUEST, command).orElseThrow();
    var link = links.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS).reveal();
    var token = new Secret(link.substring(link.indexOf('=') + 1));
    eutlas.identity().verifyEmail().handle(GUEST, token).orElseThrow();
  }

  private Actor.Person logIn() {
    var command = new LogIn.Command(EMAIL, PASSWORD, ClientKind.PROGRAM);
    var tokens = eutlas.identity().logIn().handle(GUEST, command).orElseThrow();
    return eutlas
        .identity()
        .authenticate()
        .handle(tokens.accessToken(), GUEST.caller())
        .orElseThrow();
  }

  private void orderCluster(Actor.Person person) throws InterruptedException {
    var organization =
        eutlas
            .organizations()
            .create()
            .handle(
                person, new CreateOrganization.Command(new OrgName("Example"), Optional.empty()))
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
                    new ClusterName("shop-db"),
                    new PlanId("DEV"),
                    EmbeddedEutlas.REGION,
                    new MongoVersion("7.0"),
                    new ClusterSettings(Labels.NONE, false),
                    Optional.empty()))
            .orElseThrow()
            .value();
    await(person, cluster);
  }

  private void rotate(Actor.Person person) throws InterruptedException {
    var there = onlyCluster(person);
    var rotating =
        eutlas
            .clusters()
            .rotate()
            .handle(
                person,
                new RotateCredentials.Command(
                    new Address(there.projectId(), there.id()),
                    new OverlapMinutes(0),
                    Optional.empty()))
            .orElseThrow();
    await(person, rotating);
  }

  private void await(Actor.Person person, Cluster ordered) throws InterruptedException {
    var operation = ordered.running().orElseThrow();
    eutlas.operations().read().await(person, operation.id(), PATIENCE).orElseThrow();
  }

  /** Connects as any program would, with what the credentials say. */
  private Visit visit(Actor.Person person) {
    var cluster = onlyCluster(person);
    var credentials =
        eutlas
            .clusters()
            .credentials()
            .handle(person, new Address(cluster.projectId(), cluster.id()))
            .orElseThrow();
    try (var client = MongoClients.create(credentials.connectionString().reveal())) {
      var visits = client.getDatabase("shop").getCollection("visits");
      visits.insertOne(new Document("at", Instant.now()));
      return new Visit(
          credentials.endpoint().toString(), credentials.username(), visits.countDocuments());
    }
  }

  private ClusterSummary onlyCluster(Actor.Person person) {
    var page = PageRequest.first();
    var organization =
        eutlas.organizations().list().handle(person, page).orElseThrow().items().getFirst();
    return eutlas
        .clusters()
        .list()
        .ofOrganization(person, organization.id(), ClusterQuery.ALL, page)
        .orElseThrow()
        .items()
        .getFirst();
  }
}

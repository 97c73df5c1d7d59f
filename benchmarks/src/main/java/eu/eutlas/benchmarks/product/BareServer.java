package eu.eutlas.benchmarks.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The least that a Dropwizard resource can do to answer a list of 20 clusters: one driver read of
 * documents that hold what is answered and nothing else, as JSON.
 */
public final class BareServer {
  private static final int DOCUMENTS = 20;
  private static final String READY = "bare server is ready at ";

  private BareServer() {}

  /** Starts it in a process of its own. */
  static Listing.Bare startProcess() throws IOException {
    var process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(READY)) {
        return new Listing.Bare(process, URI.create(line.substring(READY.length())));
      }
    }
    throw new IllegalStateException("The bare server did not start.");
  }

  public static void main(String[] arguments) throws Exception {
    var admin = new AdminCredentials("bare", "not a secret at all");
    var folder = Files.createTempDirectory("eutlas-bare");
    var store = EmbeddedMongo.start(folder, admin);
    var client = MongoClients.create(store.connectionString(admin));
    var collection = client.getDatabase("bare").getCollection("clusters");
    collection.insertMany(IntStream.range(0, DOCUMENTS).mapToObj(BareServer::document).toList());
    var environment =
        new Environment(
            "bare",
            Jackson.newObjectMapper(),
            Validators.newValidatorFactory(),
            new MetricRegistry(),
            BareServer.class.getClassLoader(),
            new HealthCheckRegistry(),
            new Configuration());
    environment.jersey().register(new Clusters(collection));
    var server = serverFactory().build(environment);
    server.start();
    var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    System.out.println(READY + "http://localhost:" + port + "/clusters");
    server.join();
  }

  private static DefaultServerFactory serverFactory() {
    var factory = new DefaultServerFactory();
    factory.setApplicationConnectors(List.of(anyPort()));
    factory.setAdminConnectors(List.of(anyPort()));
    factory.setEnableVirtualThreads(true);
    var noRequestLog = new LogbackAccessRequestLogFactory();
    noRequestLog.setAppenders(List.of());
    factory.setRequestLogFactory(noRequestLog);
    return factory;
  }

  private static HttpConnectorFactory anyPort() {
    var connector = new HttpConnectorFactory();
    connector.setPort(0);
    connector.setBindHost("127.0.0.1");
    return connector;
  }

  private static Document document(int number) {
    var time = "2026-11-23T00:00:00.123Z";
    return new Document("projectId", "shop")
        .append("orgId", "65f0000000000000000000aa")
        .append("name", "db-" + number)
        .append("plan", "DEV")
        .append("region", "local")
        .append("mongoVersion", "7.0")
        .append("labels", new Document())
        .append("state", "READY")
        .append("stateMessage", null)
        .append("endpoint", new Document("host", "127.0.0.1").append("port", 27_017 + number))
        .append("deletionProtection", false)
        .append("operation", null)
        .append("createdAt", time)
        .append("updatedAt", time);
  }

  /** The resource. */
  @Path("/clusters")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Clusters {
    private final MongoCollection<Document> collection;

    public Clusters(MongoCollection<Document> collection) {
      this.collection = collection;
    }

    @GET
    public List<Document> list() {
      var found = new ArrayList<Document>();
      for (var document : collection.find(new Document("projectId", "shop"))) {
        document.put("_id", document.getObjectId("_id").toHexString());
        found.add(document);
      }
      return found;
    }
  }
}

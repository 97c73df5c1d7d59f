package eu.eutlas.http;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.identity.Authenticate;
import eu.eutlas.http.answer.Answers;
import eu.eutlas.http.answer.LongRequests;
import eu.eutlas.http.answer.WholeAnswers;
import eu.eutlas.http.backup.BackupsResource;
import eu.eutlas.http.cluster.AccessListResource;
import eu.eutlas.http.cluster.AdminRegionsResource;
import eu.eutlas.http.cluster.CatalogueResource;
import eu.eutlas.http.cluster.ClusterResource;
import eu.eutlas.http.cluster.ClustersResource;
import eu.eutlas.http.cluster.DatabaseUsersResource;
import eu.eutlas.http.cluster.NetworkResource;
import eu.eutlas.http.cluster.OrganizationClustersResource;
import eu.eutlas.http.cluster.UnknownResourcesResource;
import eu.eutlas.http.console.ConsoleFiles;
import eu.eutlas.http.console.ConsoleServlet;
import eu.eutlas.http.correlation.CorrelationIds;
import eu.eutlas.http.dev.OutboxResource;
import eu.eutlas.http.dev.OutboxView;
import eu.eutlas.http.event.ClusterEventsResource;
import eu.eutlas.http.event.EventExports;
import eu.eutlas.http.event.EventResource;
import eu.eutlas.http.event.EventStreams;
import eu.eutlas.http.identity.AuthResource;
import eu.eutlas.http.identity.MeResource;
import eu.eutlas.http.identity.RefreshCookie;
import eu.eutlas.http.installation.InstallationResource;
import eu.eutlas.http.json.JsonAnswers;
import eu.eutlas.http.json.JsonBodies;
import eu.eutlas.http.json.QueryValues;
import eu.eutlas.http.openapi.ApiDocument;
import eu.eutlas.http.openapi.DocumentResource;
import eu.eutlas.http.operation.OperationResource;
import eu.eutlas.http.organization.OrganizationResource;
import eu.eutlas.http.problem.ProblemAnswers;
import eu.eutlas.http.problem.Problems;
import eu.eutlas.http.project.ProjectResource;
import eu.eutlas.http.request.BearerAuthentication;
import eu.eutlas.http.request.Visitor;
import eu.eutlas.http.server.BodyDrain;
import eu.eutlas.http.server.HostCheck;
import eu.eutlas.http.server.JettyProblems;
import eu.eutlas.http.server.SecurityHeaders;
import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import jakarta.inject.Singleton;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.util.component.LifeCycle;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/**
 * The REST API of an EUTLAS, below {@code /api} of a Dropwizard server, and the web console beside
 * it. The server should run its requests on virtual threads: some of them wait long.
 */
public final class EutlasHttp {
  /**
   * What the server may compress while it answers. The console's files are not among them but for
   * its page: they are compressed already, or not worth it.
   */
  public static final Set<String> COMPRESSED =
      Set.of(
          "application/json",
          "application/jsonl",
          "application/problem+json",
          "text/csv",
          "text/html",
          "text/plain");

  /** What the document of the API describes. */
  static final List<Class<?>> RESOURCES =
      List.of(
          AuthResource.class,
          MeResource.class,
          OrganizationResource.class,
          ProjectResource.class,
          CatalogueResource.class,
          ClustersResource.class,
          OrganizationClustersResource.class,
          ClusterResource.class,
          DatabaseUsersResource.class,
          AccessListResource.class,
          NetworkResource.class,
          AdminRegionsResource.class,
          BackupsResource.class,
          UnknownResourcesResource.class,
          InstallationResource.class,
          OperationResource.class,
          ClusterEventsResource.class,
          EventResource.class,
          OutboxResource.class);

  private final Eutlas eutlas;
  private final HttpSettings settings;
  private final Optional<OutboxView> outbox;
  private final InstantSource clock;
  private final Optional<ConsoleFiles> console;
  private final LongRequests waiting = new LongRequests();

  /**
   * The API alone.
   *
   * @param outbox of a local installation; absent in production
   */
  public EutlasHttp(
      Eutlas eutlas, HttpSettings settings, Optional<OutboxView> outbox, InstantSource clock) {
    this(eutlas, settings, outbox, clock, Optional.empty());
  }

  /**
   * @param outbox of a local installation; absent in production
   * @param console the built files of the web console; absent for the API alone
   */
  public EutlasHttp(
      Eutlas eutlas,
      HttpSettings settings,
      Optional<OutboxView> outbox,
      InstantSource clock,
      Optional<ConsoleFiles> console) {
    this.eutlas = eutlas;
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
    this.console = console;
  }

  /** Adds everything to a server that is about to start. */
  public void register(Environment environment) {
    var jersey = environment.jersey();
    jersey.setUrlPattern("/api/*");
    // Jetty buffers too; a second buffer would hold back what an event stream flushes.
    jersey.property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0);
    // Behind a proxy only the client knows the address; a path is right everywhere.
    jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
    jersey.register(new Bindings());
    jersey.register(JsonBodies.class);
    jersey.register(JsonAnswers.class);
    jersey.register(ProblemAnswers.class);
    jersey.register(Answers.class);
    jersey.register(WholeAnswers.Watch.class);
    jersey.register(new AuthDynamicFeature(BearerAuthentication.class));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Visitor.class));
    jersey.register(new DocumentResource(ApiDocument.of(RESOURCES)));
    resources().forEach(jersey::register);
    filters().forEach(filter -> add(environment, filter));
    console.map(ConsoleServlet::new).ifPresent(servlet -> add(environment, servlet));
    var refusals = new JettyProblems(new Problems(settings.publicUrl()));
    environment.getApplicationContext().setErrorHandler(refusals);
    environment
        .lifecycle()
        .addServerLifecycleListener(server -> {
          server.setErrorHandler(refusals);
          server.addEventListener(new Stopping());
        });
  }

  /** How many requests wait for something at this moment: event streams, and ends of operations. */
  public int waitingRequests() {
    return waiting.size();
  }

  private List<Object> resources() {
    var resources = new ArrayList<Object>();
    var identity = eutlas.identity();
    var clusters = eutlas.clusters();
    var operations = eutlas.operations();
    var events = eutlas.events();
    var streams =
        new EventStreams(events.stream(), identity.authenticate(), waiting, settings.heartbeat());
    resources.add(new AuthResource(identity, new RefreshCookie(settings.isSecure())));
    resources.add(new MeResource(identity));
    resources.add(new OrganizationResource(eutlas.organizations()));
    resources.add(new ProjectResource(eutlas.projects()));
    resources.add(new CatalogueResource(clusters.catalogue()));
    resources.add(new ClustersResource(clusters));
    resources.add(new OrganizationClustersResource(clusters.list()));
    resources.add(new ClusterResource(clusters, operations.list()));
    resources.add(new DatabaseUsersResource(clusters.databaseUsers()));
    resources.add(new AccessListResource(clusters.accessLists()));
    resources.add(new NetworkResource());
    resources.add(new AdminRegionsResource(clusters.regions(), clusters.maintenance()));
    resources.add(new UnknownResourcesResource(clusters.unknownResources()));
    resources.add(new InstallationResource(eutlas.installation()));
    resources.add(new BackupsResource(eutlas.backups()));
    resources.add(new OperationResource(operations, waiting));
    var exports = new EventExports(events.list());
    resources.add(new ClusterEventsResource(clusters.read(), events.list(), exports));
    resources.add(new EventResource(events.list(), exports, streams));
    outbox
        .filter(view -> settings.localMode())
        .ifPresent(view -> resources.add(new OutboxResource(view)));
    return resources;
  }

  private List<Filter> filters() {
    var filters = new ArrayList<Filter>();
    filters.add(new CorrelationIds());
    filters.add(new SecurityHeaders());
    if (settings.localMode()) {
      filters.add(new HostCheck(settings.publicUrl(), new Problems(settings.publicUrl())));
    }
    filters.add(new BodyDrain());
    filters.add(new WholeAnswers());
    return filters;
  }

  private static void add(Environment environment, Filter filter) {
    environment
        .servlets()
        .addFilter(filter.getClass().getSimpleName(), filter)
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
  }

  private static void add(Environment environment, ConsoleServlet servlet) {
    environment.servlets().addServlet("console", servlet).addMapping("/");
  }

  /** What resources and filters are made of that Jersey makes itself. */
  private final class Bindings extends AbstractBinder {
    @Override
    protected void configure() {
      bind(new Problems(settings.publicUrl())).to(Problems.class);
      bind(eutlas.identity().authenticate()).to(Authenticate.class);
      bind(clock).to(InstantSource.class);
      bind(QueryValues.class).to(ValueParamProvider.class).in(Singleton.class);
    }
  }

  /** Ends the waiting of requests before the server waits for their end. */
  private final class Stopping implements LifeCycle.Listener {
    @Override
    public void lifeCycleStopping(LifeCycle event) {
      waiting.close();
    }
  }
}

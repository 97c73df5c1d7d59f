package eu.eutlas.bootstrap;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import eu.eutlas.application.Eutlas;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.bootstrap.config.DoorConfiguration;
import eu.eutlas.http.EutlasHttp;
import eu.eutlas.http.HttpSettings;
import eu.eutlas.http.problem.Problems;
import eu.eutlas.http.server.HostCheck;
import io.dropwizard.core.setup.AdminEnvironment;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The API and the console on their port, and health, readiness, metrics and the commands of this
 * machine on the operations port.
 */
final class HttpWiring {
  private final MetricRegistry metrics;
  private final PrometheusRegistry prometheus = new PrometheusRegistry();
  private final BackupMeasurements backups = new BackupMeasurements(prometheus);
  private final HealthCheckRegistry checks = new HealthCheckRegistry();
  private final Readiness readiness = new Readiness(checks);

  HttpWiring(MetricRegistry metrics) {
    this.metrics = metrics;
  }

  Readiness readiness() {
    return readiness;
  }

  BackupMeasurements backups() {
    return backups;
  }

  /** Starts both servers on their doors. */
  HttpServers start(
      Eutlas eutlas,
      Configuration configuration,
      URI publicUrl,
      Path outbox,
      InstantSource clock,
      Optional<ControlServlet> control,
      Doors doors) {
    var environment = environment();
    var settings = HttpSettings.at(publicUrl, configuration.isLocal());
    var view =
        configuration.smtpUrl().isPresent()
            ? Optional.<OutboxMails>empty()
            : Optional.of(new OutboxMails(outbox));
    var console = Optional.of(ConsoleWiring.files());
    new EutlasHttp(eutlas, settings, view.map(mails -> mails), clock, console)
        .register(environment);
    operations(environment, configuration.admin(), publicUrl, control);
    backups.show(eutlas.backupFigures());
    metrics.gauge("eutlas.work.backlog", () -> eutlas::backlog);
    return HttpServers.start(environment, doors);
  }

  private Environment environment() {
    return new Environment(
        "eutlas",
        Jackson.newObjectMapper(),
        Validators.newValidatorFactory(),
        metrics,
        HttpWiring.class.getClassLoader(),
        checks,
        new io.dropwizard.core.Configuration());
  }

  private void operations(
      Environment environment,
      DoorConfiguration door,
      URI publicUrl,
      Optional<ControlServlet> control) {
    prometheus.register(new DropwizardExports(metrics));
    JvmMetrics.builder().register(prometheus);
    var admin = environment.admin();
    if (door.address().isLoopbackAddress()) {
      // Elsewhere it is asked under names that nobody here knows, and credentials guard it.
      add(admin, new HostCheck(publicUrl, new Problems(publicUrl)));
    }
    add(admin, new OperationsGuard(door.credentials()));
    admin.addServlet("metrics", new PrometheusMetricsServlet(prometheus)).addMapping("/metrics");
    admin.addServlet("ready", new ReadyServlet(readiness)).addMapping("/ready");
    control.ifPresent(
        servlet -> admin.addServlet("control", servlet).addMapping(Control.PATH + "/*"));
  }

  private static void add(AdminEnvironment admin, Filter filter) {
    admin
        .addFilter(filter.getClass().getSimpleName(), filter)
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
  }
}

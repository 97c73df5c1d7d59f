package eu.eutlas.bootstrap.config;

import eu.eutlas.application.Deadlines;
import eu.eutlas.application.Settings.SignUpPolicy;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.operation.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an installation was told, checked and with what holds usually filled in.
 *
 * @param admin health, readiness and metrics
 * @param jobs the dashboard of the jobs
 * @param mongodbUri absent for embedded metadata
 * @param publicUrl absent to stand for localhost and the real port
 * @param sealingKey absent to make one in the data folder
 * @param smtpUrl absent to lay mails into the outbox folder
 * @param mailFrom absent to stand for the public host
 */
public record Configuration(
    Mode mode,
    int httpPort,
    DoorConfiguration admin,
    DoorConfiguration jobs,
    Path data,
    Optional<Secret> mongodbUri,
    Optional<URI> publicUrl,
    Optional<Secret> sealingKey,
    Optional<Secret> smtpUrl,
    Optional<Email> mailFrom,
    SignUpPolicy signUp,
    Deadlines deadlines,
    RetryPolicy retries,
    int workers,
    BackupConfiguration backups,
    List<Plan> plans,
    List<RegionConfiguration> regions,
    List<MongoRelease> releases) {
  public Configuration {
    plans = List.copyOf(plans);
    regions = List.copyOf(regions);
    releases = List.copyOf(releases);
  }

  /**
   * Reads the configuration.
   *
   * @param environment the process's variables
   * @throws ConfigurationException with every fault that was found
   */
  public static Configuration read(Map<String, String> environment) {
    return new ConfigurationReader(Given.read(environment), environment).read();
  }

  public boolean isLocal() {
    return mode == Mode.LOCAL;
  }
}

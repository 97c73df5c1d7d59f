package eu.eutlas.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.eutlas.application.Deadlines;
import eu.eutlas.application.Settings.SignUpPolicy;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.operation.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  private static final Map<String, String> PRODUCTION =
      Map.of(
          "EUTLAS_MODE", "production",
          "EUTLAS_MONGODB_URI", "mongodb://db.example.org",
          "EUTLAS_SEALING_KEY", "c2VjcmV0",
          "EUTLAS_SMTP_URL", "smtp://mail.example.org",
          "EUTLAS_PUBLIC_URL", "https://eutlas.example.org");

  @TempDir Path folder;

  @Test
  void hasAUsualValueForEverything() {
    var configuration = Configuration.read(Map.of("XDG_DATA_HOME", "/data"));

    assertThat(configuration.mode()).isEqualTo(Mode.LOCAL);
    assertThat(configuration.httpPort()).isEqualTo(8080);
    assertThat(configuration.admin().port()).isEqualTo(8081);
    assertThat(configuration.jobs().port()).isEqualTo(8000);
    assertThat(configuration.mongodbUri()).isEmpty();
    assertThat(configuration.publicUrl()).isEmpty();
    assertThat(configuration.sealingKey()).isEmpty();
    assertThat(configuration.smtpUrl()).isEmpty();
    assertThat(configuration.mailFrom()).isEmpty();
    assertThat(configuration.signUp()).isEqualTo(SignUpPolicy.OPEN);
    assertThat(configuration.deadlines()).isEqualTo(Deadlines.USUAL);
    assertThat(configuration.retries()).isEqualTo(RetryPolicy.USUAL);
    assertThat(configuration.workers()).isEqualTo(8);
    assertThat(configuration.plans())
        .extracting(Plan::id)
        .extracting(PlanId::value)
        .containsExactly("DEV", "SMALL", "MEDIUM", "LARGE", "XLARGE", "XXL");
    assertThat(configuration.regions())
        .extracting(region -> region.region().id())
        .containsExactly(new RegionId("local"));
    assertThat(configuration.releases())
        .extracting(release -> release.version().value())
        .containsExactly("6.0", "7.0", "8.0");
  }

  @Test
  void takesEveryKeyFromAFile() throws IOException {
    var configuration = Configuration.read(Map.of("EUTLAS_CONFIG", file(EVERYTHING).toString()));

    assertThat(configuration.mode()).isEqualTo(Mode.LOCAL);
    assertThat(configuration.httpPort()).isZero();
    assertThat(configuration.admin().port()).isEqualTo(9081);
    assertThat(configuration.jobs().port()).isEqualTo(9000);
    assertThat(configuration.data()).isEqualTo(folder.resolve("data"));
    assertThat(configuration.mongodbUri()).contains(new Secret("mongodb://one"));
    assertThat(configuration.sealingKey()).contains(new Secret("key"));
    assertThat(configuration.smtpUrl()).contains(new Secret("smtp://one"));
    assertThat(configuration.publicUrl()).contains(URI.create("http://eutlas.example.org:81"));
    assertThat(configuration.mailFrom()).contains(new Email("db@example.org"));
    assertThat(configuration.signUp()).isEqualTo(SignUpPolicy.CLOSED);
    assertThat(configuration.deadlines())
        .isEqualTo(
            new Deadlines(
                Duration.ofMinutes(5),
                Duration.ofMinutes(7),
                Duration.ofMinutes(8),
                Duration.ofMinutes(9),
                Duration.ofMinutes(6),
                Duration.ofMinutes(11)));
    assertThat(configuration.retries())
        .isEqualTo(new RetryPolicy(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(90), 0.1, 12, 5));
    assertThat(configuration.workers()).isEqualTo(3);
    assertThat(configuration.plans()).singleElement().extracting(Plan::name).isEqualTo("Tiny");
    assertThat(configuration.plans().getFirst().price().minorUnits()).isEqualTo(250);
    assertThat(configuration.plans().getFirst().resources().cpuMillis()).isEqualTo(100);
    assertThat(configuration.regions()).hasSize(2);
    assertThat(configuration.releases()).hasSize(1);
  }

  @Test
  void saysWhatIsWrongWithRetries() throws IOException {
    var file = file("retryFirst: PT2M\nretryFactor: 0.5\nretryJitter: all\nretryAttempts: 0\n");

    assertThat(faults(Map.of("EUTLAS_CONFIG", file.toString())))
        .containsExactlyInAnyOrder(
            "retryLongest: it is not shorter than the first wait.",
            "retryFactor: it is a number from 1.0 to 10.0.",
            "retryJitter: it is a number from 0.0 to 0.9.",
            "retryAttempts: it is a whole number from 1 to 1000.");
  }

  @Test
  void letsTheEnvironmentWinOverTheFile() throws IOException {
    var configuration =
        Configuration.read(
            Map.of("EUTLAS_CONFIG", file("httpPort: 1").toString(), "EUTLAS_HTTP_PORT", "2"));

    assertThat(configuration.httpPort()).isEqualTo(2);
  }

  @Test
  void knowsWhatProductionWants() {
    assertThat(faults(Map.of("EUTLAS_MODE", "production")))
        .containsExactlyInAnyOrder(
            "EUTLAS_MONGODB_URI: production wants it.",
            "EUTLAS_SEALING_KEY: production wants it.",
            "EUTLAS_SMTP_URL: production wants it.",
            "EUTLAS_PUBLIC_URL: production wants it.");
    assertThat(Configuration.read(PRODUCTION).signUp()).isEqualTo(SignUpPolicy.INVITED);
    assertThat(Configuration.read(PRODUCTION).regions()).isEmpty();
  }

  @Test
  void saysWhatAnUnknownNameMayHaveMeant() throws IOException {
    assertThat(faults(Map.of("EUTLAS_HTTP_PROT", "1")))
        .containsExactly(
            "The environment variable EUTLAS_HTTP_PROT is unknown. Did you mean EUTLAS_HTTP_PORT?");
    assertThat(faults(Map.of("EUTLAS_CONFIG", file("htpPort: 1").toString())))
        .containsExactly("The key htpPort in the file is unknown. Did you mean httpPort?");
    assertThat(faults(Map.of("EUTLAS_CONFIG", file("somethingElse: 1").toString())))
        .containsExactly("The key somethingElse in the file is unknown.");
  }

  @Test
  void saysAllFaultsAtOnce() {
    assertThat(
            faults(
                Map.of(
                    "EUTLAS_MODE", "prod",
                    "EUTLAS_HTTP_PORT", "65536",
                    "EUTLAS_ADMIN_PORT", "http",
                    "EUTLAS_PUBLIC_URL", "eutlas.example.org/path",
                    "EUTLAS_SIGNUP", "everybody")))
        .containsExactlyInAnyOrder(
            "EUTLAS_MODE: it is one of local, production.",
            "EUTLAS_HTTP_PORT: it is a whole number from 0 to 65535.",
            "EUTLAS_ADMIN_PORT: it is a whole number from 0 to 65535.",
            "EUTLAS_PUBLIC_URL: it is an address such as https://eutlas.example.org, without a"
                + " path.",
            "EUTLAS_SIGNUP: it is one of open, invited, closed.");
  }

  @Test
  void refusesOnePortTwiceButZeroAsOftenAsWanted() {
    assertThat(faults(Map.of("EUTLAS_HTTP_PORT", "8081")))
        .containsExactly("EUTLAS_HTTP_PORT: the three ports differ from one another.");
    assertThat(
            Configuration.read(
                    Map.of(
                        "EUTLAS_HTTP_PORT", "0",
                        "EUTLAS_ADMIN_PORT", "0",
                        "EUTLAS_JOBS_PORT", "0"))
                .jobs()
                .port())
        .isZero();
  }

  @Test
  void namesTheItemAndFieldOfAFaultInAList() throws IOException {
    var text =
        """
        plans:
          - {id: TINY, name: Tiny, cpu: 0.1, memoryMb: 128, storageGb: 1, members: 2, backups: no, price: 1}
          - {id: TINY, name: Tiny, cpu: much, memoryMb: 128, storageGb: 1, members: 1, backups: false, price: 1}
        regions: none
        """;

    assertThat(faults(Map.of("EUTLAS_CONFIG", file(text).toString())))
        .contains("regions: it is a list.")
        .anyMatch(fault -> fault.startsWith("plans: item 1: "))
        .contains("plans: item 2: the field cpu is a number.");
  }

  @Test
  void refusesAFileThatIsNotThereOrIsNoYaml() throws IOException {
    assertThat(faults(Map.of("EUTLAS_CONFIG", folder.resolve("absent").toString())))
        .singleElement()
        .asString()
        .endsWith("cannot be read.");
    assertThat(faults(Map.of("EUTLAS_CONFIG", file("a: [").toString())))
        .singleElement()
        .asString()
        .contains("is not YAML");
  }

  @Test
  void neverShowsASecret() {
    assertThat(Configuration.read(PRODUCTION).toString())
        .doesNotContain("c2VjcmV0")
        .doesNotContain("db.example.org")
        .doesNotContain("mail.example.org");
  }

  private static List<String> faults(Map<String, String> environment) {
    return catchThrowableOfType(ConfigurationException.class, () -> Configuration.read(environment))
        .faults();
  }

  private Path file(String text) throws IOException {
    for (var name : List.of("uri=mongodb://one", "key=key", "smtp=smtp://one")) {
      var parts = name.split("=", 2);
      Files.writeString(folder.resolve(parts[0]), parts[1] + "\n");
    }
    return Files.writeString(
        folder.resolve("eutlas.yml"), text.replace("FOLDER", folder.toString()));
  }

  private static final String EVERYTHING =
      """
      mode: local
      httpPort: 0
      adminPort: 9081
      jobsPort: 9000
      data: FOLDER/data
      mongodbUriFile: FOLDER/uri
      sealingKeyFile: FOLDER/key
      smtpUrlFile: FOLDER/smtp
      publicUrl: http://eutlas.example.org:81/
      mailFrom: db@example.org
      signup: closed
      createWithin: PT5M
      deleteWithin: PT6M
      restoreWithin: PT11M
      updateWithin: PT7M
      usersWithin: PT8M
      pauseWithin: PT9M
      retryFirst: PT2S
      retryFactor: 1.5
      retryLongest: PT90S
      retryJitter: 0.1
      retryAttempts: 12
      retryUnknown: 5
      workers: 3
      plans:
        - {id: TINY, name: Tiny, cpu: 0.1, memoryMb: 128, storageGb: 1, members: 1, backups: false, price: 2.50}
      regions:
        - {id: one, name: One, location: Here, type: local}
        - {id: two, name: Two, location: There, type: local}
      mongodbVersions:
        - {version: "8.0", default: true, endOfLife: 2029-10-31}
      """;
}

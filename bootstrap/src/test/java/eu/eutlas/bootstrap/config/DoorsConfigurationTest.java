package eu.eutlas.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the operations port and the dashboard may be, and what they want there. */
class DoorsConfigurationTest {
  @TempDir Path folder;

  @Test
  void areOnLoopbackWithoutCredentialsUnlessToldOtherwise() {
    var configuration = Configuration.read(production(Map.of()));

    for (var door : List.of(configuration.admin(), configuration.jobs())) {
      assertThat(door.address()).isEqualTo(InetAddress.getLoopbackAddress());
      assertThat(door.credentials()).isEmpty();
    }
  }

  @Test
  void stayOnThisMachineInLocalMode() {
    assertThat(
            faults(
                Map.of(
                    "EUTLAS_ADMIN_ADDRESS", "0.0.0.0",
                    "EUTLAS_ADMIN_CREDENTIALS", "team:a password",
                    "EUTLAS_JOBS_ADDRESS", "::1")))
        .containsExactlyInAnyOrder(
            "EUTLAS_ADMIN_ADDRESS: in local mode it is 127.0.0.1 and nothing else.",
            "EUTLAS_JOBS_ADDRESS: in local mode it is 127.0.0.1 and nothing else.");
  }

  @Test
  void wantCredentialsWhereOthersCanReachThem() {
    assertThat(
            faults(
                production(
                    Map.of("EUTLAS_ADMIN_ADDRESS", "0.0.0.0", "EUTLAS_JOBS_ADDRESS", "10.0.0.1"))))
        .containsExactlyInAnyOrder(
            "EUTLAS_ADMIN_ADDRESS: others can reach 0.0.0.0, so it wants EUTLAS_ADMIN_CREDENTIALS"
                + " or EUTLAS_ADMIN_CREDENTIALS_FILE.",
            "EUTLAS_JOBS_ADDRESS: others can reach 10.0.0.1, so it wants EUTLAS_JOBS_CREDENTIALS"
                + " or EUTLAS_JOBS_CREDENTIALS_FILE.");
  }

  @Test
  void takeCredentialsFromTheEnvironmentOrAFile() throws IOException {
    var file = Files.writeString(folder.resolve("team"), "team:with: a colon\n");

    var configuration =
        Configuration.read(
            production(
                Map.of(
                    "EUTLAS_ADMIN_ADDRESS", "::",
                    "EUTLAS_ADMIN_CREDENTIALS", "scraper:a password",
                    "EUTLAS_JOBS_ADDRESS", "10.0.0.1",
                    "EUTLAS_JOBS_CREDENTIALS_FILE", file.toString())));

    assertThat(configuration.admin().credentials())
        .contains(new Credentials("scraper", new Secret("a password")));
    assertThat(configuration.jobs().credentials())
        .contains(new Credentials("team", new Secret("with: a colon")));
    assertThat(configuration.toString()).doesNotContain("a password").doesNotContain("a colon");
  }

  @Test
  void refuseWhatIsNoAddressAndNoCredentials() {
    assertThat(
            faults(
                production(
                    Map.of(
                        "EUTLAS_ADMIN_ADDRESS", "admin.example.org",
                        "EUTLAS_JOBS_ADDRESS", "999.0.0.1",
                        "EUTLAS_ADMIN_CREDENTIALS", "nothing-secret",
                        "EUTLAS_JOBS_CREDENTIALS", "team:"))))
        .containsExactlyInAnyOrder(
            "EUTLAS_ADMIN_ADDRESS: it is an address in numbers, such as 127.0.0.1 or 0.0.0.0.",
            "EUTLAS_JOBS_ADDRESS: it is an address in numbers, such as 127.0.0.1 or 0.0.0.0.",
            "EUTLAS_ADMIN_CREDENTIALS: it is user:password.",
            "EUTLAS_JOBS_CREDENTIALS: it is user:password.");
  }

  private static Map<String, String> production(Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put("EUTLAS_MODE", "production");
    environment.put("EUTLAS_MONGODB_URI", "mongodb://db.example.org");
    environment.put("EUTLAS_SEALING_KEY", "c2VjcmV0");
    environment.put("EUTLAS_SMTP_URL", "smtp://mail.example.org");
    environment.put("EUTLAS_PUBLIC_URL", "https://eutlas.example.org");
    return environment;
  }

  private static List<String> faults(Map<String, String> environment) {
    return catchThrowableOfType(ConfigurationException.class, () -> Configuration.read(environment))
        .faults();
  }
}

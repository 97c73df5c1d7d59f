package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  @ParameterizedTest
  @CsvSource({
    "s3.example.org, eu, backups, '', endpoint",
    "ftp://s3.example.org, eu, backups, '', endpoint",
    "https://s3.example.org/backups, eu, backups, '', endpoint",
    "https://key:secret@s3.example.org, eu, backups, '', endpoint",
    "https://s3.example.org, 'eu central', backups, '', region",
    "https://s3.example.org, '', backups, '', region",
    "https://s3.example.org, eu, s3://backups, '', bucket",
    "https://s3.example.org, eu, b, '', bucket",
    "https://s3.example.org, eu, backups, /eutlas/, prefix",
    "https://s3.example.org, eu, backups, eutlas, prefix",
    "https://s3.example.org, eu, backups, eut las/, prefix"
  })
  void refusesABucketThatCannotBe(
      String endpoint, String region, String bucket, String prefix, String said) {
    assertThatThrownBy(() -> settings(endpoint, region, bucket, prefix))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource({
    "https://s3.example.org, eu-central-1, backups, ''",
    "http://127.0.0.1:9000/, us-east-1, My.Backups_1, eutlas/all/"
  })
  void takesABucketThatCanBe(String endpoint, String region, String bucket, String prefix) {
    assertThat(settings(endpoint, region, bucket, prefix).bucket()).isEqualTo(bucket);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "secret\n", " secret"})
  void refusesASecretWithWhatWasCopiedAlong(String secret) {
    assertThatThrownBy(() -> new S3Settings.AccessKey("id", new Secret(secret)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageNotContaining("secret\n");
  }

  @Test
  void showsNoSecret() {
    assertThat(settings("https://s3.example.org", "eu", "backups", "").toString())
        .doesNotContain("hidden");
  }

  @Test
  void refusesAFolderThatDependsOnWhereEutlasIsStarted() {
    assertThatThrownBy(() -> new FolderSettings(Path.of("backups")))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("not absolute");
  }

  @Test
  void refusesToRemoveWhatMayBeWrittenStill() {
    var folder = Path.of("/var/lib/eutlas/backups").toAbsolutePath();

    assertThatThrownBy(() -> new FolderSettings(folder, Duration.ofMinutes(1)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("hour");
  }

  private static S3Settings settings(String endpoint, String region, String bucket, String prefix) {
    return new S3Settings(
        Optional.of(URI.create(endpoint)),
        region,
        bucket,
        prefix,
        true,
        new S3Settings.AccessKey("id", new Secret("hidden")),
        new S3Settings.StoresKey(),
        S3Settings.Patience.USUAL);
  }
}

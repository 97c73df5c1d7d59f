package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogueValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a-1", "shop", "a--b", "abcdefghijklmnopqrstuvwxyz0123"})
  void aClusterNameHasThreeToThirtyCharacters(String text) {
    assertThat(new ClusterName(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "abcdefghijklmnopqrstuvwxyz01234",
        "1ab",
        "-ab",
        "ab-",
        "Abc",
        "a_b",
        "a.b",
        "a b",
        "abc\n",
        "äbc",
        "а-b" // the first letter is Cyrillic
      })
  void aClusterNameIsGoodForNothingElse(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new ClusterName(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"M1", "DEV", "DEDICATED_LARGE_2X"})
  void aPlanIsWrittenInCapitals(String text) {
    assertThat(new PlanId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "D", "dev", "1DEV", "DEV ", "DEV-1", "ABCDEFGHIJKLMNOPQRSTU"})
  void aPlanIsWrittenInNothingElse(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new PlanId(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu", "local", "eu-central-1"})
  void aRegionIsWrittenInSmallLetters(String text) {
    assertThat(new RegionId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e", "EU", "1eu", "eu_1", "eu/..", "abcdefghijklmnopqrstuvwxyz01234"})
  void aRegionIsWrittenInNothingElse(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new RegionId(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.0", "8.2", "10.0"})
  void aVersionIsAReleaseSeries(String text) {
    assertThat(new MongoVersion(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7.0.1", "07.0", "0.7", "7.0-rc1", "7.10", "٧.0", "latest"})
  void aVersionIsNothingElse(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new MongoVersion(text));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "500, 1024, 10, 3"})
  void resourcesArePositiveForOneMemberOrThree(int cpu, int memory, int storage, int members) {
    assertThat(new Resources(cpu, memory, storage, members).members()).isEqualTo(members);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1",
    "1, 0, 1, 1",
    "1, 1, 0, 1",
    "-1, 1, 1, 1",
    "1, 1, 1, 0",
    "1, 1, 1, 2",
    "1, 1, 1, 5"
  })
  void otherResourcesAreRefused(int cpu, int memory, int storage, int members) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Resources(cpu, memory, storage, members));
  }

  @Test
  void aPriceMayBeNothingAndIsNeverNegative() {
    var euro = Currency.getInstance("EUR");

    assertThat(new Money(0, euro).minorUnits()).isZero();
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Money(-1, euro));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 27017, 65_535})
  void anEndpointHasAHostAndAPort(int port) {
    assertThat(new Endpoint("127.0.0.1", port)).hasToString("127.0.0.1:" + port);
  }

  @ParameterizedTest
  @CsvSource({"h, 0", "h, -1", "h, 65536", "'', 1", "' ', 1"})
  void anEndpointHasNoOtherPortAndNoBlankHost(String host, int port) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Endpoint(host, port));
  }

  @Test
  void theConnectionStringIsASecret() {
    var text = new Endpoint("127.0.0.1", 27017).connectionString("ada", new Secret("pass"));

    assertThat(text.reveal())
        .isEqualTo("mongodb://ada:pass@127.0.0.1:27017/?authSource=admin&directConnection=true");
    assertThat(text.toString()).doesNotContain("pass");
  }

  @Test
  void aReplicaSetIsReachedAtAnyOfItsMembers() {
    var seeds =
        List.of(new Endpoint.Seed("a.example.org", 1), new Endpoint.Seed("b.example.org", 2));
    var endpoint = new Endpoint(seeds, Optional.of("rs0"));

    assertThat(endpoint.connectionString("ada", new Secret("pass")).reveal())
        .isEqualTo(
            "mongodb://ada:pass@a.example.org:1,b.example.org:2/?authSource=admin&replicaSet=rs0");
    assertThat(endpoint.host()).isEqualTo("a.example.org");
    assertThat(endpoint.port()).isEqualTo(1);
  }

  @Test
  void severalSeedsAreAReplicaSetsAndNotTooMany() {
    var seed = new Endpoint.Seed("a.example.org", 1);

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Endpoint(List.of(seed, seed), Optional.empty()));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Endpoint(List.of(), Optional.of("rs0")));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Endpoint(Collections.nCopies(51, seed), Optional.of("rs0")));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Endpoint(List.of(seed), Optional.of(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a@b", "a/b", "é", "a\n"})
  void aLoginIsNamedSoThatItNeedsNoEscaping(String username) {
    var password = new SealedSecret("sealed");

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new DatabaseLogin(username, password, 1));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new DatabaseLogin("a".repeat(64), password, 1));
  }

  @Test
  void aLoginsVersionIsOneOrMore() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new DatabaseLogin("ada", new SealedSecret("sealed"), 0));
  }

  @Test
  void aSpecShowsNoPassword() {
    var spec = ClusterFixture.spec();

    assertThat(spec.toString())
        .contains("[sealed]")
        .doesNotContain(spec.admin().password().text())
        .doesNotContain(spec.users().customer().password().text());
  }
}

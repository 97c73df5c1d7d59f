package eu.eutlas.mongo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientSettingsTest {

  @Test
  void isDurableWhateverTheConnectionStringSays() {
    var settings =
        of("mongodb://h/?w=1&readConcernLevel=local&readPreference=nearest&retryWrites=false");

    assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY);
    assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
    assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
    assertThat(settings.getRetryWrites()).isTrue();
  }

  @Test
  void waitsNoLongerThanTenSecondsWhateverTheConnectionStringSays() {
    var settings =
        of(
            "mongodb://h/?serverSelectionTimeoutMS=60000&connectTimeoutMS=60000"
                + "&socketTimeoutMS=0&waitQueueTimeoutMS=60000");

    assertThat(settings.getClusterSettings().getServerSelectionTimeout(SECONDS)).isEqualTo(3);
    assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(SECONDS)).isEqualTo(3);
    assertThat(settings.getSocketSettings().getConnectTimeout(SECONDS)).isEqualTo(3);
    assertThat(settings.getSocketSettings().getReadTimeout(SECONDS)).isEqualTo(10);
  }

  @Test
  void hasABoundedPoolThatTheConnectionStringCanChange() {
    assertThat(of("mongodb://h/").getConnectionPoolSettings().getMaxSize()).isEqualTo(64);
    assertThat(of("mongodb://h/?maxPoolSize=5").getConnectionPoolSettings().getMaxSize())
        .isEqualTo(5);
  }

  @Test
  void usesTheDatabaseOfTheConnectionString() {
    assertThat(database("mongodb://h/")).isEqualTo("eutlas");
    assertThat(database("mongodb://h/?authSource=admin")).isEqualTo("eutlas");
    assertThat(database("mongodb://h/ours?authSource=admin")).isEqualTo("ours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "postgres://u:hunter2@h/", "mongodb://", "mongodb://u:hunter2@:x:y/"})
  void refusesOtherTextWithoutShowingIt(String text) {
    assertThatThrownBy(() -> ClientSettings.parse(new Secret(text)))
        .isInstanceOf(InvalidValue.class)
        .hasNoCause()
        .hasMessageNotContaining("hunter2");
  }

  private static MongoClientSettings of(String uri) {
    return ClientSettings.of(ClientSettings.parse(new Secret(uri))).build();
  }

  private static String database(String uri) {
    return ClientSettings.database(ClientSettings.parse(new Secret(uri)));
  }
}

package eu.eutlas.tenant;

import static eu.eutlas.tenant.CustomerServer.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A login goes to the primary, whichever members are known and wherever it is. */
@Timeout(30)
final class ReplicaSetLoginTest {
  private final DriverTenantDatabase databases = new DriverTenantDatabase();
  private StandInReplicaSet set;

  @BeforeEach
  void open() throws IOException {
    set = new StandInReplicaSet();
  }

  @AfterEach
  void close() throws IOException {
    databases.close();
    set.close();
  }

  @Test
  void theLoginIsTriedAtThePrimaryAlone() {
    assertThat(databases.tryLogin(set.endpoint(0, 1, 2), CUSTOMER))
        .isEqualTo(new LoginTrial.Refused());
    assertThat(set.logins()).isEqualTo(Map.of(2, 1));
  }

  @Test
  void oneSecondaryIsEnoughToFindThePrimary() {
    assertThat(databases.tryLogin(set.endpoint(1), CUSTOMER)).isEqualTo(new LoginTrial.Refused());
    assertThat(set.logins()).isEqualTo(Map.of(2, 1));
  }

  @Test
  void nobodyLogsInToAnotherReplicaSet() {
    var other = new Endpoint(set.endpoint(0, 1, 2).seeds(), Optional.of("another"));

    assertThat(databases.tryLogin(other, CUSTOMER)).isInstanceOf(LoginTrial.NotYet.class);
    assertThat(set.logins()).isEmpty();
  }
}

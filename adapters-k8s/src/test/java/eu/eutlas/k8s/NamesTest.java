package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.Endpoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where members are reached: a client is told these names by the members themselves. */
final class NamesTest {
  private static final String ID = Samples.id(1).value();

  @Test
  void perconasMembersAreReachedByTheNamesThatTheyGiveEachOther() {
    var endpoint = new Names(Samples.id(1)).endpoint(Dialect.PERCONA, "cluster.local", 3);

    assertThat(endpoint.replicaSet()).isEqualTo(Optional.of("rs0"));
    assertThat(endpoint.seeds())
        .extracting(Endpoint.Seed::toString)
        .containsExactly(
            "db-%1$s-rs0-0.db-%1$s-rs0.eutlas-%1$s.svc.cluster.local:27017".formatted(ID),
            "db-%1$s-rs0-1.db-%1$s-rs0.eutlas-%1$s.svc.cluster.local:27017".formatted(ID),
            "db-%1$s-rs0-2.db-%1$s-rs0.eutlas-%1$s.svc.cluster.local:27017".formatted(ID));
  }

  @Test
  void theCommunitysReplicaSetIsNamedLikeItsResource() {
    var endpoint = new Names(Samples.id(1)).endpoint(Dialect.MONGODB_COMMUNITY, "example.org", 1);

    assertThat(endpoint.replicaSet()).isEqualTo(Optional.of("db-" + ID));
    assertThat(endpoint)
        .hasToString("db-%1$s-0.db-%1$s-svc.eutlas-%1$s.svc.example.org:27017".formatted(ID));
  }
}

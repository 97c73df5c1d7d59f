package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event stream, read as the console reads it. */
final class EventStreamTest {
  private static Api api;
  private static Api.Person owner;

  @BeforeAll
  static void start() {
    api = Api.start();
    owner = api.verified();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void tellsEverythingInOrderFromTheBeginning() {
    var tenant = Tenant.of(api, owner);

    try (var stream = Listener.open(owner.client(), tenant.org(), "0")) {
      var cluster = Tenant.of(api, owner);
      assertThat(cluster).isNotNull();
      api.cluster(owner, tenant.project());
      await().until(() -> stream.types().stream().filter("CLUSTER_READY"::equals).count() == 2);

      assertThat(stream.ids())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, stream.ids().size()).boxed().toList());
      assertThat(stream.types()).startsWith("ORGANIZATION_CREATED", "PROJECT_CREATED");
      assertThat(stream.data(0).path("orgId").asText()).isEqualTo(tenant.org());
      assertThat(stream.lines()).first().isEqualTo("retry: 2000");
    }
  }

  @Test
  void goesOnAfterTheLastThatWasSeen() {
    var tenant = Tenant.of(api, owner);

    try (var stream = Listener.open(owner.client(), tenant.org(), "2")) {
      await().until(() -> stream.types().contains("CLUSTER_READY"));

      assertThat(stream.ids()).startsWith(3L);
      assertThat(stream.types()).doesNotContain("resync");
    }
  }

  @Test
  void beginsWithWhatComesNextForWhoHasNothing() {
    var tenant = Tenant.of(api, owner);

    try (var stream = Listener.open(owner.client(), tenant.org(), "")) {
      api.project(owner, tenant.org());
      await().until(() -> !stream.types().isEmpty());

      assertThat(stream.types()).containsExactly("PROJECT_CREATED");
    }
  }

  @Test
  void asksForAFreshReadingWhenTheLastIsUnknown() {
    var tenant = Tenant.of(api, owner);

    for (var unknown : List.of("999999", "-5", "nonsense", "99999999999999999999")) {
      try (var stream = Listener.open(owner.client(), tenant.org(), unknown)) {
        await().until(() -> !stream.types().isEmpty());

        assertThat(stream.types()).as(unknown).containsExactly("resync");
        assertThat(stream.data(0).path("seq").asLong()).isEqualTo(stream.ids().getFirst());
      }
    }
  }

  @Test
  void asksForAFreshReadingWhenTheLastIsOlderThanWhatIsKept() {
    var tenant = Tenant.of(api, owner);
    await().until(() -> api.world().events().newest(new OrgId(tenant.org())) > 2);
    var removed = api.world().events().remove(Instant.now().plusSeconds(1));
    api.project(owner, tenant.org());
    assertThat(removed).isGreaterThan(2);

    try (var stream = Listener.open(owner.client(), tenant.org(), "1")) {
      await().until(() -> !stream.types().isEmpty());

      assertThat(stream.types()).startsWith("resync");
    }
  }

  @Test
  void goesOnAtAnotherNodeWhereTheFirstBrokeOff() {
    var tenant = Tenant.of(api, owner);
    long last;
    try (var stream = Listener.open(owner.client(), tenant.org(), "0")) {
      await().until(() -> stream.types().contains("CLUSTER_READY"));
      last = stream.ids().getLast();
    }
    api.project(owner, tenant.org());

    try (var other = api.anotherNode()) {
      try (var stream = Listener.open(other.as(owner), tenant.org(), String.valueOf(last))) {
        await().until(() -> stream.types().contains("PROJECT_CREATED"));
        api.project(owner, tenant.org());
        await().until(() -> stream.ids().size() == 2);

        assertThat(stream.ids()).containsExactly(last + 1, last + 2);
        assertThat(stream.types()).containsOnly("PROJECT_CREATED");
      }
    }
  }

  @Test
  void saysThatItIsAlive() {
    var org = api.org(owner);

    try (var stream = Listener.open(owner.client(), org, "")) {
      await().until(() -> stream.lines().stream().filter(": alive"::equals).count() >= 2);
    }
  }

  @Test
  void isNeitherKeptNorHeldBackNorPacked() {
    var org = api.org(owner);

    try (var stream = Listener.open(owner.client(), org, "")) {
      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
      assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(stream.header("Content-Encoding")).isEmpty();
    }
  }

  @Test
  void endsWithItsSession() {
    var person = api.verified();
    var org = api.org(person);

    try (var stream = Listener.open(person.client(), org, "")) {
      await().until(() -> !stream.lines().isEmpty());
      assertThat(person.client().post("/auth/logout").status()).isEqualTo(204);

      await().until(stream::hasEnded);
    }
  }

  @Test
  void endsWhenTheListenerIsAMemberNoMore() {
    var tenant = Tenant.of(api, owner);
    var member = api.verified();
    api.join(tenant.org(), member, Role.READER);

    try (var stream = Listener.open(member.client(), tenant.org(), "")) {
      await().until(() -> !stream.lines().isEmpty());
      api.expel(tenant.org(), member);

      await().until(stream::hasEnded);
    }
  }

  @Test
  void endsAtOnceWhenTheServerStops() {
    var other = Api.start();
    var person = other.verified();
    var stream = Listener.open(person.client(), other.org(person), "");
    await().until(() -> !stream.lines().isEmpty());

    var begin = System.nanoTime();
    other.close();

    await().until(stream::hasEnded);
    assertThat((System.nanoTime() - begin) / 1_000_000_000L).isLessThan(10);
    stream.close();
  }

  @Test
  void aClientThatGoesAwayIsNoticed() {
    var org = api.org(owner);
    var before = api.waitingRequests();
    var stream = Listener.open(owner.client(), org, "");
    await().until(() -> !stream.lines().isEmpty());

    stream.close();

    await().untilAsserted(() -> assertThat(api.waitingRequests()).isLessThanOrEqualTo(before));
  }

  @Test
  void aForeignOrganizationHasNoStream() {
    var org = api.org(owner);
    var stranger = api.verified();

    var reply = stranger.client().get("/orgs/" + org + "/events/stream");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theHeadOfAStreamEnds() {
    var org = api.org(owner);

    var reply =
        owner.client().send(owner.client().request("HEAD", "/orgs/" + org + "/events/stream"));

    assertThat(reply.status()).isEqualTo(200);
  }
}

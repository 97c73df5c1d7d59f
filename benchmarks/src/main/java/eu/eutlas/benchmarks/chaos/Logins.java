package eu.eutlas.benchmarks.chaos;

import com.mongodb.MongoException;
import eu.eutlas.benchmarks.chaos.Guest.Face;
import eu.eutlas.benchmarks.chaos.Tenant.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tries from outside who is let into a cluster that is ready, and who is not any more. */
final class Logins {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);

  private final Known known;
  private final Client.Answer credentials;
  private final List<String> broken = new ArrayList<>();

  /**
   * The logins of a cluster.
   *
   * @param credentials as the product tells them now
   */
  Logins(Known known, Client.Answer credentials) {
    this.known = known;
    this.credentials = credentials;
  }

  /** What is not as it was promised, each in a sentence. */
  List<String> broken() throws InterruptedException {
    try {
      formers();
      for (var guest : known.guests()) {
        guest(guest);
      }
    } catch (MongoException e) {
      broken.add("Cluster " + known.id() + " does not answer: " + e.getMessage());
    }
    return broken;
  }

  /** The login of before the last rotation works until its end, the ones before it do not. */
  private void formers() throws InterruptedException {
    for (var former : known.formers()) {
      if (former.equals(present())) {
        continue;
      }
      var isLast = former.equals(known.formers().getLast());
      if (isLast && isToWork(former)) {
        if (Tenant.enter(former) != Entry.LET_IN) {
          broken.add("A former login of cluster " + known.id() + " has ended too early.");
        }
      } else if (!isRefusedSoon(former)) {
        broken.add("A former login of cluster " + known.id() + " still works.");
      }
    }
  }

  private String present() {
    return credentials.text("/connectionString");
  }

  private boolean isToWork(String former) {
    var until = credentials.text("/former/until");
    return former.contains("//" + credentials.text("/former/username") + ":")
        && !until.isEmpty()
        && Instant.now().plus(GONE_WITHIN).isBefore(Instant.parse(until));
  }

  private static boolean isRefusedSoon(String former) throws InterruptedException {
    var end = Instant.now().plus(GONE_WITHIN.multipliedBy(2));
    while (Tenant.enter(former) != Entry.REFUSED) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(500);
    }
    return true;
  }

  private void guest(Guest guest) {
    var fits =
        guest.may().stream()
            .filter(face -> face.map(one -> is(guest, one)).orElseGet(() -> isAway(guest)))
            .toList();
    if (fits.isEmpty()) {
      broken.add(
          "The database user %s of cluster %s is none of %d that were asked for."
              .formatted(guest.username(), known.id(), guest.may().size()));
    }
  }

  /** Whether this face is let in, may do what was asked for, and no earlier password is. */
  private boolean is(Guest guest, Face face) {
    var connection = connection(guest, face.password());
    return Tenant.enter(connection) == Entry.LET_IN
        && Tenant.mayWrite(connection) == face.writes()
        && guest.passwords().stream()
            .filter(password -> !password.equals(face.password()))
            .allMatch(password -> Tenant.enter(connection(guest, password)) == Entry.REFUSED);
  }

  private boolean isAway(Guest guest) {
    return guest.passwords().stream()
        .allMatch(password -> Tenant.enter(connection(guest, password)) == Entry.REFUSED);
  }

  private String connection(Guest guest, String password) {
    return present().replaceFirst("//[^@]*@", "//" + guest.username() + ":" + password + "@");
  }
}

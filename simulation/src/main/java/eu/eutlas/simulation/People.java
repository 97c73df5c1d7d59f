package eu.eutlas.simulation;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The people of a run: they work for a while, one request after the other, and go for hours. */
final class People {
  private static final int MOST = 4;
  private static final long HOUR = 3_600_000;

  private final World world;
  private final List<Person> all = new ArrayList<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private final Map<String, ClusterId> byKey = new HashMap<>();
  private final Deeds deeds = new Deeds();
  private int leftOfTheDay;
  private int done;
  private boolean gone;

  People(World world) {
    this.world = world;
    var number = world.luck().between(2, MOST);
    for (var i = 1; i <= number; i++) {
      all.add(new Person(world, "person-" + i));
    }
  }

  List<Person> all() {
    return all;
  }

  /** How many deeds were tried. */
  int done() {
    return done;
  }

  void begin() {
    leftOfTheDay = 30;
    next(1);
  }

  /** Nobody asks for anything any more. */
  void leave() {
    gone = true;
  }

  private void next(long wait) {
    world.clockwork().after(wait, this::visit);
  }

  private void visit() {
    if (gone) {
      return;
    }
    visit(world.luck().one(all), deeds.one(world.luck()));
    befall();
    if (--leftOfTheDay > 0) {
      next((long) world.luck().scaled(200, 60_000));
    } else {
      leftOfTheDay = 5 + world.luck().below(25);
      next(world.luck().between(2 * HOUR, 30 * HOUR));
    }
  }

  private void visit(Person person, Deed deed) {
    done++;
    world.stir();
    act(
        person,
        life ->
            person
                .enter(life)
                .ifPresent(actor -> deed.what().by(new Visit(world, this, person, actor, life))));
  }

  private void act(Person person, Consumer<Life> what) {
    var machine = world.luck().one(world.machines());
    var life = machine.life();
    if (life.isUp()) {
      var failure = machine.during(life, () -> what.accept(life));
      failure.ifPresent(why ->
          world.trace(person.name(), "answered", life.name(), why.getClass().getSimpleName()));
    }
  }

  /**
   * The same person asks the same again, perhaps another node: as programs do without an answer.
   */
  void again(Visit visit, long wait, Deed.What what) {
    world
        .clockwork()
        .after(
            wait,
            () -> {
              if (!gone) {
                world.stir();
                act(
                    visit.person(),
                    life ->
                        visit
                            .person()
                            .enter(life)
                            .ifPresent(actor ->
                                what.by(new Visit(world, this, visit.person(), actor, life))));
              }
            });
  }

  private void befall() {
    var weather = world.weather();
    var territory = world.luck().one(world.territories());
    if (weather.strikes(Mishap.SERVERS_FAIL)) {
      territory.trouble(weather.chance(Mishap.SERVERS_FAIL));
    }
    if (weather.strikes(Mishap.REGION_OUTAGE)) {
      territory.outage(weather.chance(Mishap.REGION_OUTAGE));
    }
  }

  /** Somebody was answered with a cluster at this revision. */
  void answered(Cluster cluster) {
    revisions.merge(cluster.id().value(), cluster.revision().value(), Math::max);
  }

  /** The newest revision that anybody was answered. */
  Optional<Long> answeredRevision(ClusterId cluster) {
    return Optional.ofNullable(revisions.get(cluster.value()));
  }

  /** A request with this key was answered with this cluster: each time with the same. */
  void answered(String key, ClusterId cluster) {
    var before = byKey.putIfAbsent(key, cluster);
    if (before != null && !before.equals(cluster)) {
      throw Invariant.WHAT_WAS_ANSWERED_HOLDS.broken(
          cluster, "One request, asked twice, made two clusters; the other is " + before + ".");
    }
  }
}

package eu.eutlas.simulation;

import eu.eutlas.application.Created;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.cluster.DeleteCluster;
import eu.eutlas.application.cluster.LabelPatch;
import eu.eutlas.application.cluster.UpdateCluster;
import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.application.project.DeleteProject;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do, the sensible and the senseless. A new command is a line in this list. */
final class Deeds {
  private static final int NAMES = 6;
  private static final int ENOUGH = 30;
  private static final int FEW = 10;

  private final List<Deed> all =
      List.of(
          new Deed("create organization", 3, Deeds::createOrganization),
          new Deed("create project", 8, Deeds::createProject),
          new Deed("delete project", 3, Deeds::deleteProject),
          new Deed("create cluster", 40, Deeds::createCluster),
          new Deed("update cluster", 10, Deeds::updateCluster),
          new Deed("resize cluster", 14, Changes::resize),
          new Deed("upgrade cluster", 8, Changes::upgrade),
          new Deed("pause cluster", 7, Changes::pause),
          new Deed("resume cluster", 9, Changes::resume),
          new Deed("rotate credentials", 7, Accounts::rotate),
          new Deed("create database user", 9, Accounts::create),
          new Deed("update database user", 8, Accounts::update),
          new Deed("delete database user", 7, Accounts::delete),
          new Deed("two changes at once", 4, Changes::twoAtOnce),
          new Deed("write data", 8, Copying::write),
          new Deed("back up", 8, Copying::order),
          new Deed("delete backup", 3, Copying::delete),
          new Deed("retry", 6, Changes::retry),
          new Deed("cancel", 4, Changes::cancel),
          new Deed("delete cluster", 18, Deeds::deleteCluster),
          new Deed("read cluster", 12, Readings::readCluster),
          new Deed("read credentials", 5, Readings::readCredentials),
          new Deed("test connection", 3, Readings::testConnection),
          new Deed("read things", 10, Readings::readThings));

  private final int weights = all.stream().mapToInt(Deed::weight).sum();

  /** One of them, by weight. */
  Deed one(Chance luck) {
    var left = luck.below(weights);
    for (var deed : all) {
      left -= deed.weight();
      if (left < 0) {
        return deed;
      }
    }
    throw new IllegalStateException("Weights add up.");
  }

  private static void createOrganization(Visit visit) {
    if (visit.person().organizations().size() > 1) {
      Readings.readThings(visit);
      return;
    }
    var name = "Org " + visit.luck().below(NAMES);
    var origin = maybeOrigin(visit, "organizations", name);
    twice(
        visit,
        origin,
        again ->
            again
                .answered(
                    "create organization",
                    made(
                        again
                            .eutlas()
                            .organizations()
                            .create()
                            .handle(
                                again.actor(),
                                new CreateOrganization.Command(new OrgName(name), origin))),
                    Organization::id)
                .ifPresent(organization -> again.person().knows(organization.id())));
  }

  private static void createProject(Visit visit) {
    var org = visit.someOrganization();
    if (org.isEmpty()) {
      createOrganization(visit);
      return;
    }
    var name = "Project " + visit.luck().below(NAMES);
    var origin = maybeOrigin(visit, "projects/" + org.get(), name);
    twice(
        visit,
        origin,
        again ->
            again
                .answered(
                    "create project",
                    made(
                        again
                            .eutlas()
                            .projects()
                            .create()
                            .handle(
                                again.actor(),
                                new CreateProject.Command(
                                    org.get(), new ProjectName(name), origin))),
                    Project::orgId)
                .ifPresent(project ->
                    again.person().knows(new Person.Home(project.orgId(), project.id()))));
  }

  private static void deleteProject(Visit visit) {
    visit
        .someProject()
        .ifPresent(home -> {
          var command = new DeleteProject.Command(home.org(), home.project(), Optional.empty());
          visit
              .answered(
                  "delete project",
                  visit.eutlas().projects().delete().handle(visit.actor(), command),
                  Project::orgId)
              .ifPresent(project -> visit.person().projects().remove(home));
        });
  }

  private static void createCluster(Visit visit) {
    var home = visit.someProject();
    if (home.isEmpty() || visit.world().ledger().lives().living() > ENOUGH) {
      createProject(visit);
      return;
    }
    var project = visit.luck().of(0.02) ? visit.nowhere() : home.get().project();
    var name = "db-" + visit.luck().below(NAMES) + visit.luck().below(NAMES);
    var origin = maybeOrigin(visit, "clusters/" + project, name);
    var command = order(visit, project, name, origin);
    twice(
        visit,
        origin,
        again ->
            again
                .answered(
                    "create cluster",
                    made(again.eutlas().clusters().create().handle(again.actor(), command)),
                    Cluster::orgId)
                .ifPresent(cluster -> {
                  again.accepted(cluster);
                  origin.ifPresent(key -> again.people().answered(key.keyHash(), cluster.id()));
                  Changes.maybeThinkBetter(again, cluster.running());
                }));
  }

  private static CreateCluster.Command order(
      Visit visit, ProjectId project, String name, Optional<OriginKey> origin) {
    var luck = visit.luck();
    return new CreateCluster.Command(
        project,
        new ClusterName(name),
        new PlanId(luck.of(0.03) ? "NONE" : luck.one(World.PLANS)),
        luck.of(0.03) ? new RegionId("nowhere") : luck.one(World.REGIONS),
        new MongoVersion(luck.of(0.03) ? "4.4" : luck.one(World.VERSIONS)),
        new ClusterSettings(Labels.NONE, luck.of(0.1)),
        origin);
  }

  private static void updateCluster(Visit visit) {
    visit
        .someCluster()
        .ifPresent(address -> {
          var luck = visit.luck();
          var patch =
              switch (luck.below(4)) {
                case 0 -> new LabelPatch.Keep();
                case 1 -> new LabelPatch.Clear();
                case 2 -> new LabelPatch.Merge(Map.of("NOT A KEY", Optional.of("x")));
                default -> new LabelPatch.Merge(Map.of("team", Optional.of("t" + luck.below(9))));
              };
          var command =
              new UpdateCluster.Command(
                  address,
                  patch,
                  luck.of(0.5) ? Optional.of(luck.of(0.2)) : Optional.empty(),
                  maybeRevision(visit));
          visit
              .answered(
                  "update cluster",
                  visit.eutlas().clusters().update().handle(visit.actor(), command),
                  Cluster::orgId)
              .ifPresent(visit::accepted);
        });
  }

  private static void deleteCluster(Visit visit) {
    if (visit.world().ledger().lives().living() < FEW) {
      Readings.readCluster(visit);
      return;
    }
    visit
        .failedCluster()
        .or(visit::someCluster)
        .ifPresent(address -> {
          var command = new DeleteCluster.Command(address, maybeRevision(visit));
          twice(
              visit,
              Optional.empty(),
              again ->
                  again
                      .answered(
                          "delete cluster",
                          again.eutlas().clusters().delete().handle(again.actor(), command),
                          Cluster::orgId)
                      .ifPresent(again::accepted));
        });
  }

  private static <T> Outcome<T> made(Outcome<Created<T>> outcome) {
    return outcome.map(Created::value);
  }

  static Optional<OriginKey> maybeOrigin(Visit visit, String route, String body) {
    return visit.luck().of(0.6)
        ? visit.origin(route, visit.person().newKey(), body)
        : Optional.empty();
  }

  static Optional<Revision> maybeRevision(Visit visit) {
    return visit.luck().of(0.2)
        ? Optional.of(new Revision(visit.luck().between(1, 4)))
        : Optional.empty();
  }

  /** Asks, and with a key sometimes again: meanwhile, or after a while. */
  static void twice(Visit visit, Optional<OriginKey> origin, Deed.What what) {
    if (visit.luck().of(origin.isPresent() ? 0.3 : 0.05)) {
      visit.people().again(visit, (long) visit.luck().scaled(1, 60_000), what);
    }
    what.by(visit);
  }
}

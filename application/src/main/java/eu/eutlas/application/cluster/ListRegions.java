package eu.eutlas.application.cluster;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.ReadCatalogue.PresentRegion;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.identity.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the regions with what is promised in them and how they are, to administrators. */
public final class ListRegions {
  private final Authorizer authorizer;
  private final Catalogue offered;
  private final ReadCatalogue catalogue;
  private final RegionHealth health;
  private final RegionRoom room;

  public ListRegions(
      Authorizer authorizer,
      Catalogue offered,
      ReadCatalogue catalogue,
      RegionHealth health,
      RegionRoom room) {
    this.authorizer = authorizer;
    this.offered = offered;
    this.catalogue = catalogue;
    this.health = health;
    this.room = room;
  }

  /**
   * A region as administrators see it.
   *
   * @param trouble why it is DOWN, in a sentence; absent when it is not
   * @param promised as of 15 seconds ago at most
   */
  public record AdministeredRegion(
      PresentRegion present, Optional<String> trouble, Promised promised) {}

  /** A page of them, by id. */
  public Outcome<Page<AdministeredRegion>> handle(Actor actor, PageRequest page) {
    return authorizer.admitAdministrator(actor).map(administrator -> list(page));
  }

  private Page<AdministeredRegion> list(PageRequest page) {
    List<Region> found =
        offered.regions().stream()
            .filter(region ->
                page.after()
                    .map(after -> region.id().value().compareTo(after.id()) > 0)
                    .orElse(true))
            .sorted(Comparator.comparing(region -> region.id().value()))
            .limit(page.limit() + 1L)
            .toList();
    var cut = Page.of(found, page, region -> new Cursor("", region.id().value()));
    return new Page<>(cut.items().stream().map(this::administered).toList(), cut.next());
  }

  private AdministeredRegion administered(Region region) {
    RegionId id = region.id();
    return new AdministeredRegion(catalogue.present(region), health.trouble(id), room.promised(id));
  }
}

package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Node;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.ListRegions.AdministeredRegion;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Regions, as administrators see them. */
final class ListRegionsTest {
  private final Scene scene = Scene.set();

  @Test
  void tellsWhyARegionIsDownUntilItIsUpAgain() {
    assertThat(only().present().health()).isEqualTo(RegionHealth.Health.UP);
    assertThat(only().trouble()).isEmpty();

    scene.site().region().reachable(false);
    assertThatThrownBy(scene.trial().eutlas()::sweepOnce).isInstanceOf(PortFailure.class);

    assertThat(only().present().health()).isEqualTo(RegionHealth.Health.DOWN);
    assertThat(only().trouble()).hasValueSatisfying(words -> assertThat(words).endsWith("."));
    scene.site().region().reachable(true);
    scene.trial().eutlas().sweepOnce();
    assertThat(only().present().health()).isEqualTo(RegionHealth.Health.UP);
    assertThat(only().trouble()).isEmpty();
  }

  @Test
  void tellsWhatIsPromised() {
    assertThat(only().promised()).isEqualTo(Promised.NOTHING);

    scene.pausedCluster();

    assertThat(only().promised()).isEqualTo(new Promised(1, 0, 0, 5));
  }

  @Test
  void listsThemPageByPageInTheOrderOfTheirIds() {
    var regions =
        Stream.of("south", "east", "west", "local", "north")
            .map(id -> new Region(new RegionId(id), id, id, RegionType.OTHER))
            .toList();
    var node = new Node("node-1", "start-1");
    var eutlas = scene.site().node(node, (port, call) -> Fault.NONE, regions);
    var pages = new ArrayList<List<String>>();
    var after = Optional.<Cursor>empty();

    do {
      var page =
          eutlas
              .clusters()
              .regions()
              .handle(scene.owner(), new PageRequest(2, after))
              .orElseThrow();
      pages.add(page.items().stream().map(each -> each.present().region().name()).toList());
      after = page.next();
    } while (after.isPresent());

    assertThat(pages)
        .containsExactly(List.of("east", "local"), List.of("north", "south"), List.of("west"));
  }

  @Test
  void isForAdministrators() {
    var bob = scene.trial().person("bob");

    assertThat(
            Trial.refusalOf(
                scene.trial().eutlas().clusters().regions().handle(bob, PageRequest.first())))
        .isEqualTo(RefusalCode.FORBIDDEN);
  }

  private AdministeredRegion only() {
    var page =
        scene
            .trial()
            .eutlas()
            .clusters()
            .regions()
            .handle(scene.owner(), PageRequest.first())
            .orElseThrow();
    assertThat(page.items())
        .extracting(each -> each.present().region().id())
        .containsExactly(Clusters.REGION);
    return page.items().getFirst();
  }
}

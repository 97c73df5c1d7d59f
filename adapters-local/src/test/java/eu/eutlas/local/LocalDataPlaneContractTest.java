package eu.eutlas.local;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.testkit.cluster.DataPlaneContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class LocalDataPlaneContractTest extends DataPlaneContract {
  @TempDir Path folder;
  private final List<LocalRegion> regions = new ArrayList<>();

  @Override
  protected DataPlane dataPlane() {
    var region = new LocalRegion(folder);
    regions.add(region);
    return region.plane();
  }

  @AfterEach
  void close() {
    regions.forEach(LocalRegion::close);
  }
}

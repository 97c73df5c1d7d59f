package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.k8s.standin.AgainstApiServer;
import eu.eutlas.testkit.cluster.AdmittingDataPlaneContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

@AgainstApiServer
final class PerconaAdmittingTest extends AdmittingDataPlaneContract {
  private static TestRegion region;

  @BeforeAll
  static void open() {
    region = new TestRegion(Dialect.PERCONA);
  }

  @AfterAll
  static void close() {
    region.close();
  }

  @AfterEach
  void clear() {
    region.clear();
  }

  @Override
  protected DataPlane dataPlane() {
    return region.plane();
  }

  @Override
  protected Duration patience() {
    return TestRegion.PATIENCE;
  }
}

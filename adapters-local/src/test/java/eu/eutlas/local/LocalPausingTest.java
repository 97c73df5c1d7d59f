package eu.eutlas.local;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.testkit.cluster.PausingDataPlaneContract;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class LocalPausingTest extends PausingDataPlaneContract {
  @TempDir Path folder;
  private final List<LocalRegion> regions = new ArrayList<>();

  @Override
  protected DataPlane dataPlane() {
    var region = new LocalRegion(folder);
    regions.add(region);
    return region.plane();
  }

  @Override
  protected boolean answers(Endpoint endpoint) {
    try (var socket = new Socket(endpoint.host(), endpoint.port())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  @AfterEach
  void close() {
    regions.forEach(LocalRegion::close);
  }
}

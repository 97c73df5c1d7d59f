package eu.eutlas.memory.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ManifestFormat;
import eu.eutlas.domain.backup.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Manifests that are kept in memory; what is written down is the number of one. */
public final class MemoryManifestFormat implements ManifestFormat {
  private final Map<String, Manifest> kept = new ConcurrentHashMap<>();

  @Override
  public byte[] write(Manifest manifest) {
    var number = String.valueOf(kept.size() + 1);
    kept.put(number, manifest);
    return number.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Manifest read(byte[] written) {
    return Optional.ofNullable(kept.get(new String(written, StandardCharsets.UTF_8)))
        .orElseThrow(() ->
            new PortFailure.Rejected(
                "MANIFEST_DAMAGED", "What stands there is no manifest of a backup.", null));
  }
}

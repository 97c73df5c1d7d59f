package eu.eutlas.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/** The descriptor as a small text file: whole or not there, also after a power failure. */
final class DescriptorFile {
  static final String NAME = "cluster.properties";
  static final String UNFINISHED = "cluster.properties.new";

  private DescriptorFile() {}

  /** What the folder's descriptor says; empty when there is none or it is not one of ours. */
  static Optional<Descriptor> read(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var lines = new Properties();
      lines.load(new StringReader(Files.readString(file)));
      return Optional.of(descriptor(lines));
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static void write(Path folder, Descriptor descriptor) throws IOException {
    var unfinished = folder.resolve(UNFINISHED);
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text(descriptor).getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    Folders.force(folder);
  }

  private static String text(Descriptor descriptor) {
    var resources = descriptor.resources();
    return """
    # A cluster of the local data plane. EUTLAS writes this file; changes are not seen.
    installation=%s
    cluster=%s
    generation=%d
    port=%d
    mongoVersion=%s
    cpuMillis=%d
    memoryMegabytes=%d
    storageGigabytes=%d
    members=%d
    adminUsername=%s
    stopped=%s
    """
        .formatted(
            descriptor.installationId(),
            descriptor.cluster(),
            descriptor.generation(),
            descriptor.port(),
            descriptor.mongoVersion(),
            resources.cpuMillis(),
            resources.memoryMegabytes(),
            resources.storageGigabytes(),
            resources.members(),
            descriptor.adminUsername(),
            descriptor.stopped());
  }

  private static Descriptor descriptor(Properties lines) {
    return new Descriptor(
        line(lines, "installation"),
        new ClusterId(line(lines, "cluster")),
        Long.parseLong(line(lines, "generation")),
        number(lines, "port"),
        new MongoVersion(line(lines, "mongoVersion")),
        new Resources(
            number(lines, "cpuMillis"),
            number(lines, "memoryMegabytes"),
            number(lines, "storageGigabytes"),
            number(lines, "members")),
        line(lines, "adminUsername"),
        // Absent in files of versions that could not stop a cluster.
        Boolean.parseBoolean(lines.getProperty("stopped")));
  }

  private static int number(Properties lines, String key) {
    return Integer.parseInt(line(lines, key));
  }

  private static String line(Properties lines, String key) {
    var value = lines.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("no line " + key);
    }
    return value;
  }
}

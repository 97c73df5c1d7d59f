package eu.eutlas.tenant.archive;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.tenant.CustomerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What MongoDB's own programs make of our archives, and we of theirs. */
@Tag("mongo-tools")
@Timeout(120)
@EnabledIfEnvironmentVariable(
    named = MongoToolsTest.TOOLS,
    matches = ".+",
    disabledReason =
        "Set " + MongoToolsTest.TOOLS + " to the folder of mongodump and mongorestore.")
final class MongoToolsTest {
  static final String TOOLS = "EUTLAS_TEST_MONGO_TOOLS";

  @TempDir Path folder;
  private Servers servers;
  private Path archive;

  @BeforeEach
  void open() {
    servers = new Servers(folder);
    archive = folder.resolve("archive.gz");
    Samples.fill(servers);
  }

  @AfterEach
  void close() {
    servers.close();
  }

  @Test
  void mongorestoreReadsWhatWeWrite() throws IOException, InterruptedException {
    var dump = servers.dump();
    Files.write(archive, dump.archive());

    run("mongorestore", servers.target(), "--archive=" + archive, "--gzip");

    assertThat(servers.sums(servers.target()))
        .isEqualTo(servers.sums(servers.source()))
        .isEqualTo(Servers.sorted(dump.manifest().collections()));
  }

  @Test
  void weReadWhatMongodumpWrites() throws IOException, InterruptedException {
    run("mongodump", servers.source(), "--archive=" + archive, "--gzip");

    var expected = servers.restore(Files.readAllBytes(archive));

    assertThat(servers.sums(servers.target()))
        .isEqualTo(expected)
        .isEqualTo(servers.sums(servers.source()));
  }

  @Test
  void mongorestoreRestoresAPartOfWhatWeWrite() throws IOException, InterruptedException {
    Files.write(archive, servers.dump().archive());

    run(
        "mongorestore",
        servers.target(),
        "--archive=" + archive,
        "--gzip",
        "--nsInclude=shop.*",
        "--nsFrom=shop.*",
        "--nsTo=copy.*");

    assertThat(servers.sums(servers.target()))
        .extracting(sum -> sum.namespace().toString())
        .containsExactly("copy.indexed", "copy.large", "copy.numbers", "copy.types");
  }

  private static void run(String program, CustomerServer server, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getenv(TOOLS), program).toString());
    command.add(
        "--uri="
            + server
                .endpoint()
                .connectionString(CustomerServer.ADMIN.username(), CustomerServer.ADMIN.password())
                .reveal());
    command.addAll(List.of(arguments));
    var log = Files.createTempFile("mongo-tools", ".log");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    var said = Files.readString(log);
    Files.delete(log);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}

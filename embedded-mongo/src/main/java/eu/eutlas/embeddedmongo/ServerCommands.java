package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NoReplicationEnabledException;
import eu.eutlas.embeddedmongo.Command.Lane;
import java.time.Instant;
import java.util.List;

/** What the server is and how it does. */
final class ServerCommands {

  private final String version;
  private final Cursors cursors;
  private final Instant started = Instant.now();

  ServerCommands(String version, Cursors cursors) {
    this.version = version;
    this.cursors = cursors;
  }

  List<Command> commands() {
    return List.of(
        Command.of("serverstatus", Right.SERVER, Lane.FREE, call -> serverStatus()),
        Command.of("hostinfo", Right.SERVER, Lane.FREE, call -> hostInfo()),
        Command.of("getlog", Right.SERVER, Lane.FREE, call -> log()),
        Command.of("getcmdlineopts", Right.SERVER, Lane.FREE, call -> commandLine()),
        Command.of("getparameter", Right.SERVER, Lane.FREE, this::parameter),
        Command.of("currentop", Right.SERVER, Lane.FREE, call -> currentOperations()),
        Command.of("replsetgetstatus", Right.SERVER, Lane.FREE, call -> noReplication()),
        Command.loggedIn("getfreemonitoringstatus", Lane.FREE, call -> noMonitoring()));
  }

  private Document serverStatus() {
    long uptime = Instant.now().getEpochSecond() - started.getEpochSecond();
    var open = new Document("total", (long) cursors.size());
    return new Document("host", "127.0.0.1")
        .append("version", version)
        .append("process", "eutlas-embedded")
        .append("pid", ProcessHandle.current().pid())
        .append("uptime", (double) uptime)
        .append("localTime", Instant.now())
        .append("metrics", new Document("cursor", new Document("open", open)))
        .append("ok", 1.0);
  }

  private static Document hostInfo() {
    String name = System.getProperty("os.name");
    var system =
        new Document("currentTime", Instant.now())
            .append("hostname", "127.0.0.1")
            .append("numCores", Runtime.getRuntime().availableProcessors());
    var operatingSystem =
        new Document("type", name)
            .append("name", name)
            .append("version", System.getProperty("os.version"));
    return new Document("system", system).append("os", operatingSystem).append("ok", 1.0);
  }

  private static Document log() {
    return new Document("totalLinesWritten", 0).append("log", List.of()).append("ok", 1.0);
  }

  private static Document commandLine() {
    return new Document("argv", List.of()).append("parsed", new Document()).append("ok", 1.0);
  }

  private Document parameter(Call call) {
    if (!call.command().containsKey("featureCompatibilityVersion")) {
      throw new MongoServerError(72, "InvalidOptions", "no option found to get");
    }
    String compatible = version.substring(0, version.lastIndexOf('.'));
    return new Document("featureCompatibilityVersion", new Document("version", compatible))
        .append("ok", 1.0);
  }

  private static Document currentOperations() {
    return new Document("inprog", List.of()).append("ok", 1.0);
  }

  private static Document noReplication() {
    throw new NoReplicationEnabledException();
  }

  private static Document noMonitoring() {
    return new Document("state", "disabled").append("ok", 1.0);
  }
}

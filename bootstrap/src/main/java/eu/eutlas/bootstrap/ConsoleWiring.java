package eu.eutlas.bootstrap;

import eu.eutlas.http.console.ConsoleFiles;

/** The web console that this build has in it, or a page that says that it has none. */
final class ConsoleWiring {
  private static final String CONSOLE = "eu/eutlas/console";
  private static final String ABSENT = "eu/eutlas/bootstrap/absent";

  private ConsoleWiring() {}

  static ConsoleFiles files() {
    var console = below(CONSOLE);
    return console.read(ConsoleFiles.INDEX).isPresent() ? console : below(ABSENT);
  }

  private static ConsoleFiles below(String folder) {
    return ConsoleFiles.onClassPath(ConsoleWiring.class.getClassLoader(), folder);
  }
}

package eu.eutlas.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells how a promise came to be broken, in as few lines as can be: the same seed is run again
 * without this and that kind of mishap, and with fewer deeds, as long as the same promise is
 * broken; of what is left are told the lines about the one thing and about nodes.
 */
final class Story {
  private static final int LINES = 60;

  private Story() {}

  static String of(Run.Result first, Violation broken) {
    // One more than were done, so that people do not leave before time breaks it.
    return of(first.seed(), first.deeds() + 1, broken.invariant(), Alteration.NONE);
  }

  static String of(long seed, int deeds, Invariant invariant, Alteration alteration) {
    Set<Mishap> leftOut = EnumSet.noneOf(Mishap.class);
    for (var mishap : Mishap.values()) {
      var fewer = EnumSet.copyOf(leftOut.isEmpty() ? EnumSet.of(mishap) : leftOut);
      fewer.add(mishap);
      if (breaks(new Run(seed, fewer, deeds, alteration), invariant)) {
        leftOut = fewer;
      }
    }
    var most = fewestDeeds(seed, leftOut, deeds, invariant, alteration);
    var told = new Run(seed, leftOut, most, alteration).go(Trace.kept());
    var text = new StringBuilder();
    text.append("Seed ").append(seed).append(" breaks a promise. ").append(invariant.words());
    var mishaps = EnumSet.allOf(Mishap.class);
    mishaps.removeAll(leftOut);
    text.append("\n  It takes ").append(told.deeds()).append(" deeds and of mishaps ");
    text.append(mishaps.isEmpty() ? "none" : mishaps).append(".\n");
    told.violation()
        .ifPresent(violation -> {
          text.append("  ").append(violation.getMessage()).append('\n');
          relevant(told.trace().lines(), violation.subject())
              .forEach(line -> text.append("    ").append(line).append('\n'));
        });
    return text.toString();
  }

  private static int fewestDeeds(
      long seed, Set<Mishap> leftOut, int deeds, Invariant invariant, Alteration alteration) {
    var most = deeds;
    for (var fewer = deeds / 2; fewer > 0 && fewer < most; fewer = most / 2) {
      if (!breaks(new Run(seed, leftOut, fewer, alteration), invariant)) {
        break;
      }
      most = fewer;
    }
    return most;
  }

  private static boolean breaks(Run run, Invariant invariant) {
    return run.go(Trace.unread())
        .violation()
        .filter(violation -> violation.invariant() == invariant)
        .isPresent();
  }

  /** The last lines about the thing, and what befell nodes meanwhile. */
  private static List<String> relevant(List<String> lines, String subject) {
    var chosen = new ArrayList<String>();
    for (var i = lines.size() - 1; i >= 0 && chosen.size() < LINES; i--) {
      var line = lines.get(i);
      var ofNode = line.contains(" crash ") || line.contains(" stall ") || line.contains(" clock ");
      if (ofNode || line.contains(subject)) {
        chosen.add(line);
      }
    }
    return chosen.reversed();
  }
}

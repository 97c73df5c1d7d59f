package eu.eutlas.simulation;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The command line: {@code --seeds N [--from S]}. */
public final class Main {
  private static final double NANOS = 1e9;
  private static final long PROGRESS = 2_000_000_000L;

  private Main() {}

  /** Runs seeds, and ends the process with 1 when a promise was broken, with 2 when misused. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  static int run(String[] arguments, PrintStream out) {
    var seeds = Seeds.parse(arguments);
    if (seeds.isEmpty()) {
      out.println("Usage: ./eutlas simulate --seeds N [--from S]");
      out.println("  --seeds N   how many seeds, each at least 20 cluster-days");
      out.println("  --from S    the first of them; without it they are new each time");
      return 2;
    }
    return run(seeds.get(), out);
  }

  private static int run(Seeds seeds, PrintStream out) {
    out.printf(Locale.ROOT, "Seeds %d to %d%n", seeds.from(), seeds.last());
    var figures = new Figures();
    var said = System.nanoTime();
    for (var seed = seeds.from(); seed <= seeds.last(); seed++) {
      var result = Run.of(seed).go(seeds.count() == 1 ? Trace.digested() : Trace.unread());
      figures.add(result);
      if (seeds.count() == 1) {
        out.println("Digest " + result.digest());
      }
      result.violation().ifPresent(broken -> out.print(Story.of(result, broken)));
      if (System.nanoTime() - said > PROGRESS) {
        said = System.nanoTime();
        out.println("  " + figures.words(cpuSeconds()));
      }
    }
    out.println(figures.words(cpuSeconds()));
    return figures.violations() == 0 ? 0 : 1;
  }

  /** What this one thread has used of a core. */
  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS;
  }
}

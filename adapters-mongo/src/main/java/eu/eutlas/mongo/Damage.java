package eu.eutlas.mongo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The damaged documents that lists have met: each is told to the log once, and they are counted, up
 * to a number that no accident passes.
 */
final class Damage {
  private static final Logger log = LoggerFactory.getLogger(Damage.class);
  private static final int MOST = 1_000;

  private final Set<String> met = ConcurrentHashMap.newKeySet();

  /** The message names the document, and nothing of what it holds. */
  void met(IllegalStateException damaged) {
    var sentence = String.valueOf(damaged.getMessage());
    if (met.size() < MOST && met.add(sentence)) {
      log.error("A list leaves out a damaged document. {}", sentence);
    }
  }

  /** How many were met since the start. */
  int size() {
    return met.size();
  }
}

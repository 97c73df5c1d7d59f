package eu.eutlas.application.cluster;

import eu.eutlas.domain.cluster.Labels;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A change of labels, by the rules of a JSON merge patch (RFC 7396). */
public sealed interface LabelPatch {

  /** The labels after the change. */
  Labels apply(Labels present);

  /** Labels were not mentioned. */
  record Keep() implements LabelPatch {
    @Override
    public Labels apply(Labels present) {
      return present;
    }
  }

  /** All labels go. */
  record Clear() implements LabelPatch {
    @Override
    public Labels apply(Labels present) {
      return Labels.NONE;
    }
  }

  /** Some labels change; an absent value takes its key away. */
  record Merge(Map<String, Optional<String>> pairs) implements LabelPatch {
    public Merge {
      pairs = Map.copyOf(pairs);
    }

    @Override
    public Labels apply(Labels present) {
      var merged = new TreeMap<>(present.pairs());
      pairs.forEach((key, value) ->
          value.ifPresentOrElse(wanted -> merged.put(key, wanted), () -> merged.remove(key)));
      return new Labels(merged);
    }
  }
}

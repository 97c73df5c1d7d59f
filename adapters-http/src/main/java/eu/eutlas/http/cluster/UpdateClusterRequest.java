package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.LabelPatch;
import eu.eutlas.http.json.MergePatch;
import java.util.Optional;

/** A change of a cluster. */
record UpdateClusterRequest(LabelPatch labels, Optional<Boolean> deletionProtection)
    implements MergePatch {}

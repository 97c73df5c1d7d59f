package eu.eutlas.local;

import eu.eutlas.domain.cluster.ClusterId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What clusters share.
 *
 * @param threads where turns are taken; may forget them once the plane closes
 * @param changed told when a cluster looks different
 * @param gone told when nothing of a cluster is left
 */
record Site(
    Premises premises,
    Servers servers,
    Disk disk,
    Executor threads,
    Consumer<ClusterId> changed,
    Consumer<LocalCluster> gone) {}

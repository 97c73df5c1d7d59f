/** Ordering, reading, changing and deleting clusters, and the ports to where they run. */
@NullMarked
package eu.eutlas.application.cluster;

import org.jspecify.annotations.NullMarked;

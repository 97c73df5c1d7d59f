/** Clusters in memory, and a small model of where they run. */
@NullMarked
package eu.eutlas.memory.cluster;

import org.jspecify.annotations.NullMarked;

/** Builders and contracts for clusters and for where they run. */
@NullMarked
package eu.eutlas.testkit.cluster;

import org.jspecify.annotations.NullMarked;

/** How fast clusters are dumped and restored, and in how much memory. */
@NullMarked
package eu.eutlas.benchmarks.archive;

import org.jspecify.annotations.NullMarked;

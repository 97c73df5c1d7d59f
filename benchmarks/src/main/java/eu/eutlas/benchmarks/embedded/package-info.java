/** What the embedded MongoDB-protocol server keeps after kills, and how large its file gets. */
@NullMarked
package eu.eutlas.benchmarks.embedded;

import org.jspecify.annotations.NullMarked;

/**
 * Programs that run EUTLAS in memory with as many clusters as large installations have. Each names
 * its command; results stand in docs/figures.md.
 */
@NullMarked
package eu.eutlas.benchmarks.scale;

import org.jspecify.annotations.NullMarked;

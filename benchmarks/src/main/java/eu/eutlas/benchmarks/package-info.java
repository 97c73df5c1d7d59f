/**
 * JMH benchmarks and load programs; never deployed. A figure that is quoted anywhere is measured
 * here. Sees everything, and nothing sees it.
 */
@NullMarked
package eu.eutlas.benchmarks;

import org.jspecify.annotations.NullMarked;

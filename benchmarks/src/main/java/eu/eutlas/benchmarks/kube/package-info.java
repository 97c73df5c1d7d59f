/**
 * Programs that run EUTLAS over a real API server, with somebody who says what an operator would.
 * Each names its command; results stand in docs/figures.md.
 */
@NullMarked
package eu.eutlas.benchmarks.kube;

import org.jspecify.annotations.NullMarked;

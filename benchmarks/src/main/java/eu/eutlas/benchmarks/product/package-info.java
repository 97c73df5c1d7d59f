/**
 * Programs that start the product as its users do and measure it from outside. Each names its
 * command; results stand in docs/figures.md.
 */
@NullMarked
package eu.eutlas.benchmarks.product;

import org.jspecify.annotations.NullMarked;

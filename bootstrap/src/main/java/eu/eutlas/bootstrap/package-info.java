/**
 * Configuration, wiring, {@code main} and the command line. The only product module that sees every
 * adapter; it constructs and decides nothing.
 */
@NullMarked
package eu.eutlas.bootstrap;

import org.jspecify.annotations.NullMarked;

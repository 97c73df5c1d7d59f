/**
 * Configuration, wiring, {@code main} and the command line: the only module that sees every
 * adapter. The only product module that sees every adapter; it constructs and decides nothing.
 * {@code target/eutlas/lib} is the runnable class path that {@code ./eutlas start} uses; there is
 * no shaded jar.
 */
@NullMarked
package eu.eutlas.bootstrap;

import org.jspecify.annotations.NullMarked;

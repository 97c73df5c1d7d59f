/**
 * What runs without anybody asking: reconciler, queue, relay and sweeps. Only here may everything
 * be read.
 */
@NullMarked
package eu.eutlas.application.internal;

import org.jspecify.annotations.NullMarked;

/**
 * The use cases and the machinery behind them, tested over memory adapters: not started, stepped by
 * hand, on a clock that stands.
 */
@NullMarked
package eu.eutlas.memory.usecase;

import org.jspecify.annotations.NullMarked;

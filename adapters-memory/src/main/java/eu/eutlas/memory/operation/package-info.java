/** Ended operations and the job queue in memory. */
@NullMarked
package eu.eutlas.memory.operation;

import org.jspecify.annotations.NullMarked;

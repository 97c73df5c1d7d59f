/** The event log in memory. */
@NullMarked
package eu.eutlas.memory.event;

import org.jspecify.annotations.NullMarked;

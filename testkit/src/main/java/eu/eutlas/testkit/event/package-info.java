/** Builders and contracts for events. */
@NullMarked
package eu.eutlas.testkit.event;

import org.jspecify.annotations.NullMarked;

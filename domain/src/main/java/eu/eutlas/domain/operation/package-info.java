/** Operations: one asked-for change each, from its acceptance to an end that a person can read. */
@NullMarked
package eu.eutlas.domain.operation;

import org.jspecify.annotations.NullMarked;

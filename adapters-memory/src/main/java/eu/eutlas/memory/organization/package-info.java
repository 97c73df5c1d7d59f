/** Organizations in memory. */
@NullMarked
package eu.eutlas.memory.organization;

import org.jspecify.annotations.NullMarked;

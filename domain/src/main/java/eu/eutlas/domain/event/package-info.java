/** Events: things that happened, told to people in the order in which they were committed. */
@NullMarked
package eu.eutlas.domain.event;

import org.jspecify.annotations.NullMarked;

/** The dense sequence of what happened in an organization. */
@NullMarked
package eu.eutlas.application.event;

import org.jspecify.annotations.NullMarked;

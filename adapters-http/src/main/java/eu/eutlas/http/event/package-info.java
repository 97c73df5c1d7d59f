/** Events over HTTP, as a list and as a stream. */
@NullMarked
package eu.eutlas.http.event;

import org.jspecify.annotations.NullMarked;

/** Who asks, and under which conditions: what the headers of a request say. */
@NullMarked
package eu.eutlas.http.request;

import org.jspecify.annotations.NullMarked;

/** The catalogue and clusters over HTTP. */
@NullMarked
package eu.eutlas.http.cluster;

import org.jspecify.annotations.NullMarked;

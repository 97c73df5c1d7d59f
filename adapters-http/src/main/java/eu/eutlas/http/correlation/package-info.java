/** The thread through a request and everything that it causes. */
@NullMarked
package eu.eutlas.http.correlation;

import org.jspecify.annotations.NullMarked;

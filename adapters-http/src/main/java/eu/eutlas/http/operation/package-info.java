/** Operations over HTTP. */
@NullMarked
package eu.eutlas.http.operation;

import org.jspecify.annotations.NullMarked;

/** Projects over HTTP. */
@NullMarked
package eu.eutlas.http.project;

import org.jspecify.annotations.NullMarked;

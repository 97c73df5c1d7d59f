/** Organizations over HTTP. */
@NullMarked
package eu.eutlas.http.organization;

import org.jspecify.annotations.NullMarked;

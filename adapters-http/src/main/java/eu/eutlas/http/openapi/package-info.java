/** The description of the API: generated from the code, readable in a browser. */
@NullMarked
package eu.eutlas.http.openapi;

import org.jspecify.annotations.NullMarked;

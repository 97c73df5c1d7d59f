/** The installation as a whole over HTTP, for administrators. */
@NullMarked
package eu.eutlas.http.installation;

import org.jspecify.annotations.NullMarked;

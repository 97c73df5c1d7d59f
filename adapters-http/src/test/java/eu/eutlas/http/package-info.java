/** The API through HTTP: a real server, real use cases, everything else in memory. */
@NullMarked
package eu.eutlas.http;

import org.jspecify.annotations.NullMarked;

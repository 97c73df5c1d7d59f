/** Everything that is not a success, as RFC 9457 tells it: refusals, failures, bugs. */
@NullMarked
package eu.eutlas.http.problem;

import org.jspecify.annotations.NullMarked;

/** Successful answers: status, headers, lists in pages. */
@NullMarked
package eu.eutlas.http.answer;

import org.jspecify.annotations.NullMarked;

/** Accounts and sessions over HTTP. */
@NullMarked
package eu.eutlas.http.identity;

import org.jspecify.annotations.NullMarked;

/** Signing up, verifying, logging in and out, and who a request comes from. */
@NullMarked
package eu.eutlas.application.identity;

import org.jspecify.annotations.NullMarked;

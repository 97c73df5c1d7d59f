/** Builders and contracts for organizations. */
@NullMarked
package eu.eutlas.testkit.organization;

import org.jspecify.annotations.NullMarked;

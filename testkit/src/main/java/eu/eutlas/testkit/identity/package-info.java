/** Builders and contracts for accounts, sessions, passwords and tokens. */
@NullMarked
package eu.eutlas.testkit.identity;

import org.jspecify.annotations.NullMarked;

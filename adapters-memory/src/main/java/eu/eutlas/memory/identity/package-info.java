/** Accounts, sessions, passwords and tokens in memory. */
@NullMarked
package eu.eutlas.memory.identity;

import org.jspecify.annotations.NullMarked;

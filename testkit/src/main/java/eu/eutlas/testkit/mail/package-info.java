/** Builders and contracts for mail. */
@NullMarked
package eu.eutlas.testkit.mail;

import org.jspecify.annotations.NullMarked;

/** Mails in memory, and a mailer that keeps its letters. */
@NullMarked
package eu.eutlas.memory.mail;

import org.jspecify.annotations.NullMarked;

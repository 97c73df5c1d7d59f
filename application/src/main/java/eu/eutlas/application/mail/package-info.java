/** Mail as documents: written before the answer, sent by a job, erased of secrets afterwards. */
@NullMarked
package eu.eutlas.application.mail;

import org.jspecify.annotations.NullMarked;

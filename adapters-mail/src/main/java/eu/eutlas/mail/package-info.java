/**
 * Mail by SMTP, from templates, and the local outbox for machines without it. Tested against
 * GreenMail, a real SMTP server in the test's process. A mail is a document before it is sent; this
 * module only sends.
 */
@NullMarked
package eu.eutlas.mail;

import org.jspecify.annotations.NullMarked;

/** Mail from templates: by SMTP, or into a local outbox. This module only sends what is asked. */
@NullMarked
package eu.eutlas.mail;

import org.jspecify.annotations.NullMarked;

/** Mails in MongoDB. */
@NullMarked
package eu.eutlas.mongo.mail;

import org.jspecify.annotations.NullMarked;

/** Accounts and sessions in MongoDB. */
@NullMarked
package eu.eutlas.mongo.identity;

import org.jspecify.annotations.NullMarked;

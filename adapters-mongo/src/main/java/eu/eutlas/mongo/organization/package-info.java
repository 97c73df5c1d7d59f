/** Organizations in MongoDB. */
@NullMarked
package eu.eutlas.mongo.organization;

import org.jspecify.annotations.NullMarked;

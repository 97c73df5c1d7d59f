/** Clusters in MongoDB. */
@NullMarked
package eu.eutlas.mongo.cluster;

import org.jspecify.annotations.NullMarked;

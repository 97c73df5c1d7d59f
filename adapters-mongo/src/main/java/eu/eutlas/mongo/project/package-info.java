/** Projects in MongoDB. */
@NullMarked
package eu.eutlas.mongo.project;

import org.jspecify.annotations.NullMarked;

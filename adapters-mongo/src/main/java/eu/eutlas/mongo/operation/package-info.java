/**
 * Operations in MongoDB: inside their clusters while they run, and in a collection when they have
 * ended.
 */
@NullMarked
package eu.eutlas.mongo.operation;

import org.jspecify.annotations.NullMarked;

/** Events in MongoDB: in outboxes, and in each organization's dense sequence. */
@NullMarked
package eu.eutlas.mongo.event;

import org.jspecify.annotations.NullMarked;

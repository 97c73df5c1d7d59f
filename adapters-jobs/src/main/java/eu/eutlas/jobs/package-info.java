/**
 * JobRunr: job requests, their handlers, supervision, and the dashboard. The durable queue that the
 * platform team sees; what people wait for goes out at once by our own queue. Job requests are
 * records that carry ids, never secrets.
 */
@NullMarked
package eu.eutlas.jobs;

import org.jspecify.annotations.NullMarked;

/**
 * A durable, authenticated, in-process server that speaks the MongoDB protocol, on loopback only. A
 * library of its own: it sees no other module here. It holds the metadata in local mode and is each
 * local cluster; tests use it as their MongoDB.
 */
@NullMarked
package eu.eutlas.embeddedmongo;

import org.jspecify.annotations.NullMarked;

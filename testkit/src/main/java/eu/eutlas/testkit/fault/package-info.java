/** Ports that fail when they are told to. */
@NullMarked
package eu.eutlas.testkit.fault;

import org.jspecify.annotations.NullMarked;

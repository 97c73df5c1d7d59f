/**
 * EUTLAS inside another program: compiled examples of embedding it. Compiled and run with every
 * build, so they stay true. Nothing depends on this module.
 */
@NullMarked
package eu.eutlas.examples;

import org.jspecify.annotations.NullMarked;

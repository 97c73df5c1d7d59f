/**
 * What an installation is told: one table of keys, read strictly from a file and the environment,
 * all errors at once.
 */
@NullMarked
package eu.eutlas.bootstrap.config;

import org.jspecify.annotations.NullMarked;

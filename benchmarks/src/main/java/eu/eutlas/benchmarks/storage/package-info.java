/** How fast backups are kept, and in how little memory. */
@NullMarked
package eu.eutlas.benchmarks.storage;

import org.jspecify.annotations.NullMarked;

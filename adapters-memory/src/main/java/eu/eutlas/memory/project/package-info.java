/** Projects in memory. */
@NullMarked
package eu.eutlas.memory.project;

import org.jspecify.annotations.NullMarked;

/** Creating, reading and deleting projects. */
@NullMarked
package eu.eutlas.application.project;

import org.jspecify.annotations.NullMarked;

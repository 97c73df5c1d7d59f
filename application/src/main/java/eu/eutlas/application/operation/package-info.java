/** Following long work to its end. */
@NullMarked
package eu.eutlas.application.operation;

import org.jspecify.annotations.NullMarked;

/** The installation as a whole: whether it works or is paused, and who says so. */
@NullMarked
package eu.eutlas.application.installation;

import org.jspecify.annotations.NullMarked;

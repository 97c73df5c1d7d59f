/** What the console looks like and how quick it is, in a real Chromium on the running product. */
@NullMarked
package eu.eutlas.benchmarks.console;

import org.jspecify.annotations.NullMarked;

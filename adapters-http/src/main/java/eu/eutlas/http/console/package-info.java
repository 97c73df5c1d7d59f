/** The web console's files as the product serves them: pages, assets, and who may load what. */
@NullMarked
package eu.eutlas.http.console;

import org.jspecify.annotations.NullMarked;

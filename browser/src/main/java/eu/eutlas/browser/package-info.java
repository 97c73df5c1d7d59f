/**
 * The console as a person uses it, in a real Chromium: what whole-product tests and measurements
 * share. It knows addresses, roles and labels, and nothing of the product's inside.
 */
@NullMarked
package eu.eutlas.browser;

import org.jspecify.annotations.NullMarked;

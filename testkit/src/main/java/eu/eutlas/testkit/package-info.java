/**
 * What tests share: builders, a pinned clock, and one contract suite for each port. The suites are
 * main code, so JUnit, AssertJ and jqwik are ordinary dependencies here; every other module takes
 * this one in test scope. An adapter's test extends a contract and only says how its subject is
 * built. It also brings {@code logback-test.xml}, which keeps tests quiet.
 */
@NullMarked
package eu.eutlas.testkit;

import org.jspecify.annotations.NullMarked;

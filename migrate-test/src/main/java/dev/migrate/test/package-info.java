/**
 * Databases for JUnit tests: each test has one of its own, at the head of the history or at a revision, cloned from a
 * template. Also the tests that every history should pass.
 */
@NullMarked
package dev.migrate.test;

import org.jspecify.annotations.NullMarked;

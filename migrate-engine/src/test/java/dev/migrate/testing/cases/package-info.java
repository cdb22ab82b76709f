/**
 * Every operation and attribute, each with what it needs to run: the table that the tests of SQL, of scripts and of
 * generated Java go through.
 */
@NullMarked
package dev.migrate.testing.cases;

import org.jspecify.annotations.NullMarked;

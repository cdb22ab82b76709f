/**
 * Single changes of entities on tables with rows: what an ordinary user does to a class, and what becomes of the rows
 * that are there. Each change is a line of a table, with the outcome that it has to have.
 */
@NullMarked
package dev.migrate.autogen.change;

import org.jspecify.annotations.NullMarked;

/**
 * One object compared with another of its name: a table, a column, a type, a view. What is only written differently is
 * no difference; where it is one, how values get from one type to the other.
 */
@NullMarked
package dev.migrate.autogen.diff.comparison;

import org.jspecify.annotations.NullMarked;

/** Operations in an order that runs, and whose reverse runs too. */
@NullMarked
package dev.migrate.autogen.diff.ordering;

import org.jspecify.annotations.NullMarked;

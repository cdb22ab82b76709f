/**
 * The history: which revisions there are and how they follow one another, what a target such as {@code head-1} means,
 * and the plan that leads to it. Everything here is an immutable value and works without a database.
 */
@NullMarked
package dev.migrate.revision;

import org.jspecify.annotations.NullMarked;

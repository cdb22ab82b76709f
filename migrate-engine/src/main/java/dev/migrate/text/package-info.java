/** What is said to people, whatever it is about. */
@NullMarked
package dev.migrate.text;

import org.jspecify.annotations.NullMarked;

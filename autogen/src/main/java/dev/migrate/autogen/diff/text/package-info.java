/** A difference in words: what was detected, what it destroys, what it locks, and whose rights are lost. */
@NullMarked
package dev.migrate.autogen.diff.text;

import org.jspecify.annotations.NullMarked;

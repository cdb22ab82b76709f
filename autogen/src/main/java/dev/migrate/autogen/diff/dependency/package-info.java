/**
 * What depends on what: operations, with all that has to be released, dropped and made again so that they are possible,
 * and what is in their way that nobody may drop.
 */
@NullMarked
package dev.migrate.autogen.diff.dependency;

import org.jspecify.annotations.NullMarked;

/** Old schemas, which came about without Migrate, and entities over them. */
@NullMarked
package dev.migrate.autogen.adoption;

import org.jspecify.annotations.NullMarked;

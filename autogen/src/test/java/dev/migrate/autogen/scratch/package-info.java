/** Tests of bringing declarations into the catalog's form, against real servers. */
@org.jspecify.annotations.NullMarked
package dev.migrate.autogen.scratch;

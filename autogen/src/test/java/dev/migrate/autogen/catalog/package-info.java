/** Tests of reading a catalog, against real servers. */
@org.jspecify.annotations.NullMarked
package dev.migrate.autogen.catalog;

/**
 * Rewrites what a difference does to tables that are in use, so that reads and writes wait as little as PostgreSQL
 * allows. Pure: values in, values out.
 */
@NullMarked
package dev.migrate.autogen.online;

import org.jspecify.annotations.NullMarked;

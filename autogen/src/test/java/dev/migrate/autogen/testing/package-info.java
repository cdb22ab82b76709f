/** What tests of several packages share. */
package dev.migrate.autogen.testing;

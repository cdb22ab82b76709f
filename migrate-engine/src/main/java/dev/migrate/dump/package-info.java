/**
 * A database's schema as text: what a proof compares before and after a migration. Independent of the catalog reader and
 * the diff, so that neither can vouch for itself.
 */
@NullMarked
package dev.migrate.dump;

import org.jspecify.annotations.NullMarked;

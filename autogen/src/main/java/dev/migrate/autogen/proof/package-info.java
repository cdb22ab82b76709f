/**
 * Tries migrations on a scratch database before anybody trusts them: up, down and up again, with the schema compared at
 * each turn.
 */
@NullMarked
package dev.migrate.autogen.proof;

import org.jspecify.annotations.NullMarked;

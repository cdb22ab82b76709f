/**
 * What a user of Migrate imports first: a {@link dev.migrate.Migration} with its {@link dev.migrate.Revision}, the
 * {@link dev.migrate.Operations} it calls, and the façade that an application embeds.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;

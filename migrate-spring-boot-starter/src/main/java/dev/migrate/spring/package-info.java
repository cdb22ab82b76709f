/**
 * Migrates or checks a Spring Boot application's database before anything else uses it. An application adds the starter,
 * sets {@code migrate.*} properties if the defaults don't fit, and injects {@link dev.migrate.Migrate} where it needs it.
 */
@NullMarked
package dev.migrate.spring;

import org.jspecify.annotations.NullMarked;

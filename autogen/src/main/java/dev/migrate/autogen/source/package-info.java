/**
 * Finds what an application maps and how: its persistence units, its mapped classes, and the settings it gives its
 * Hibernate in {@code persistence.xml}, property files, Spring Boot's or Quarkus' configuration. Nothing here needs
 * Hibernate.
 */
@NullMarked
package dev.migrate.autogen.source;

import org.jspecify.annotations.NullMarked;

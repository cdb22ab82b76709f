package dev.migrate.schema;

/**
 * A value that rows hold, and what it stands for in the application: an enum's constant by its ordinal, or an entity by its
 * discriminator.
 *
 * @param value as text: {@code 0}
 * @param meaning the name of the constant or entity
 */
public record StoredValue(String value, String meaning) {}

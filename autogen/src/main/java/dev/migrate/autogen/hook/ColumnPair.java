package dev.migrate.autogen.hook;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * A column that both sides have. Types and defaults are as PostgreSQL prints them: {@code character varying(20)},
 * {@code 'new'::text}.
 *
 * @param table the table that has it
 * @param database the column as it is
 * @param declared the column as the entities declare it
 */
public record ColumnPair(QualifiedName table, Column database, Column declared) {}

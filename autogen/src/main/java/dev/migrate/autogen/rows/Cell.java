package dev.migrate.autogen.rows;

import dev.migrate.schema.QualifiedName;

/** A column of all rows of a table. */
record Cell(QualifiedName table, String column) {}

package dev.migrate.ddl;

import dev.migrate.MigrateException;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Columns as SQL: what stands in {@code CREATE TABLE} and behind {@code ADD COLUMN}, and every {@code ALTER COLUMN}. */
final class ColumnDdl {

    static final String WITHOUT_COMPRESSION = "Leave the compression out: pglz is all that server has.";

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    private final ServerVersion version;
    private final ConstraintDdl constraints;

    ColumnDdl(ServerVersion version, ConstraintDdl constraints) {
        this.version = version;
        this.constraints = constraints;
    }

    /** {@code name varchar(100) DEFAULT 'x' NOT NULL}. */
    String definition(QualifiedName table, Column column) {
        return SqlIdentifiers.quote(column.name()) + " " + column.type().sql() + storage(table, column)
                + compression(table, column)
                + (column.collation() == null ? "" : " COLLATE " + column.collation())
                + options(table, column);
    }

    /** What follows the type, which a partition inherits with the name. */
    String options(QualifiedName table, Column column) {
        return (column.defaultExpression() == null
                        ? ""
                        : " DEFAULT " + WrittenSql.defaultInDefinition(column.defaultExpression()))
                + generated(table, column)
                + (column.generator() == null ? "" : identity(column.generator()))
                + Clause.when(!column.nullable(), " NOT NULL");
    }

    private String storage(QualifiedName table, Column column) {
        return column.storage() == null || !ServerFeature.STORAGE_IN_DEFINITION.isIn(version)
                ? ""
                : " STORAGE " + storage(table, column.name(), column.storage());
    }

    private String compression(QualifiedName table, Column column) {
        if (column.compression() == null) {
            return "";
        }
        ServerFeature.COMPRESSION.require(version, "column " + table + "." + column.name(), WITHOUT_COMPRESSION);
        return " COMPRESSION " + SqlIdentifiers.quote(column.compression());
    }

    private String generated(QualifiedName table, Column column) {
        Generated generated = column.generated();
        if (generated == null) {
            return "";
        }
        if (generated.kind() == Generated.Kind.VIRTUAL) {
            ServerFeature.VIRTUAL_COLUMNS.require(
                    version, "column " + table + "." + column.name(), "Use generatedStored(…) instead.");
        }
        return " GENERATED ALWAYS AS (" + WrittenSql.part(generated.expression()) + ") "
                + generated.kind().name();
    }

    /** {@code  GENERATED ALWAYS AS IDENTITY (START WITH 100)}. */
    static String identity(Identity identity) {
        List<String> options = SequenceDdl.options(identity.options());
        return " GENERATED " + mode(identity) + " AS IDENTITY"
                + Clause.when(!options.isEmpty(), " (" + String.join(" ", options) + ")");
    }

    static String mode(Identity identity) {
        return identity.mode().name().replace('_', ' ');
    }

    /** A strategy is a key word, not a name that could be quoted. */
    static String storage(QualifiedName table, String column, String strategy) {
        if (!WORD.matcher(strategy).matches()) {
            throw new MigrateException("The storage '" + strategy + "' of " + table + "." + column
                    + " is no word; expected PLAIN, EXTERNAL, EXTENDED or MAIN");
        }
        return strategy.toUpperCase(Locale.ROOT);
    }

    List<Statement> add(AddColumn add) {
        List<Statement> statements = new ArrayList<>();
        Column column = add.column();
        statements.add(ConstraintDdl.alter(
                add.table(),
                "ADD COLUMN " + Clause.ifNotExists(column.onlyIfMissing()) + definition(add.table(), column)
                        + (add.reference() == null ? "" : " " + constraints.inline(add.reference()))));
        statements.addAll(afterwards(add.table(), column));
        return statements;
    }

    /** What a column has that its definition cannot say: a comment, and on older servers its storage. */
    List<Statement> afterwards(QualifiedName table, Column column) {
        List<Statement> statements = new ArrayList<>();
        if (column.storage() != null && !ServerFeature.STORAGE_IN_DEFINITION.isIn(version)) {
            statements.add(ConstraintDdl.alter(
                    table,
                    "ALTER COLUMN " + SqlIdentifiers.quote(column.name()) + " SET STORAGE "
                            + storage(table, column.name(), column.storage())));
        }
        if (column.comment() != null) {
            statements.add(CommentDdl.comment(new Commented.OnColumn(table, column.name()), column.comment()));
        }
        return statements;
    }

    static Statement drop(QualifiedName table, String column, boolean ifExists, boolean cascade) {
        return ConstraintDdl.alter(
                table,
                "DROP COLUMN " + Clause.ifExists(ifExists) + SqlIdentifiers.quote(column) + Clause.dropTail(cascade));
    }

    static Statement rename(QualifiedName table, String column, String newName) {
        return ConstraintDdl.alter(
                table, "RENAME COLUMN " + SqlIdentifiers.quote(column) + " TO " + SqlIdentifiers.quote(newName));
    }
}

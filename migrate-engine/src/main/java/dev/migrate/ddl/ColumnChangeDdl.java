package dev.migrate.ddl;

import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of columns as SQL: those that {@code ALTER TABLE} can combine become clauses of one statement, so that the
 * table is locked and rewritten once; comments and the rename follow in statements of their own.
 *
 * <p>PostgreSQL runs the clauses in an order of its own, whatever the written one: drops, then the type, then NOT NULL,
 * then defaults and identity (manual, ALTER TABLE, Notes).
 */
final class ColumnChangeDdl implements ColumnChange.Visitor<Void> {

    private final ServerVersion version;
    private final QualifiedName table;
    private final String column;
    private final List<String> clauses = new ArrayList<>();
    private final List<Statement> after = new ArrayList<>();
    private @Nullable Statement rename;

    private ColumnChangeDdl(ServerVersion version, QualifiedName table, String column) {
        this.version = version;
        this.table = table;
        this.column = column;
    }

    static List<Statement> alter(
            ServerVersion version, QualifiedName table, String column, List<ColumnChange> changes) {
        return alter(version, table, List.of(new ColumnAlteration(column, changes)));
    }

    static List<Statement> alter(ServerVersion version, QualifiedName table, List<ColumnAlteration> columns) {
        List<Statement> before = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        for (ColumnAlteration column : columns) {
            ColumnChangeDdl ddl = new ColumnChangeDdl(version, table, column.column());
            before.addAll(ddl.collect(column.changes()));
            clauses.addAll(ddl.clauses);
            after.addAll(ddl.after);
            if (ddl.rename != null) {
                after.add(ddl.rename);
            }
        }
        List<Statement> statements = new ArrayList<>(before);
        if (!clauses.isEmpty()) {
            statements.add(alterTable(table, clauses));
        }
        statements.addAll(after);
        return statements;
    }

    /** Collects the clauses and what follows them; returns what has to precede them. */
    private List<Statement> collect(List<ColumnChange> changes) {
        boolean retyped = changes.stream().anyMatch(ColumnChange.SetType.class::isInstance);
        List<Statement> before = new ArrayList<>();
        for (ColumnChange change : changes) {
            boolean isApart = retyped && isApartFromType(change);
            if (isApart && change instanceof ColumnChange.DropIdentity) {
                before.addAll(alter(version, table, column, List.of(change)));
            } else if (isApart) {
                after.addAll(0, alter(version, table, column, List.of(change)));
            } else {
                change.accept(this);
            }
        }
        return before;
    }

    /**
     * The server checks an identity column's type against its generator before it runs any clause of a statement, and
     * builds indexes and checks again for a new type and for a new expression, the second time not finding the first ones.
     */
    private static boolean isApartFromType(ColumnChange change) {
        return change instanceof ColumnChange.SetExpression
                || change instanceof ColumnChange.AddIdentity
                || change instanceof ColumnChange.SetIdentity
                || change instanceof ColumnChange.DropIdentity;
    }

    /** One clause behind the table's name, or several with a line each. */
    static Statement alterTable(QualifiedName table, List<String> clauses) {
        return clauses.size() == 1
                ? ConstraintDdl.alter(table, clauses.get(0))
                : Statement.of(
                        "ALTER TABLE " + SqlIdentifiers.quote(table) + "\n    " + String.join(",\n    ", clauses));
    }

    private void clause(String action) {
        clauses.add("ALTER COLUMN " + SqlIdentifiers.quote(column) + " " + action);
    }

    private String where() {
        return "column " + table + "." + column;
    }

    @Override
    public Void setType(ColumnChange.SetType change) {
        clause("TYPE " + change.type().sql() + (change.collation() == null ? "" : " COLLATE " + change.collation())
                + (change.using() == null ? "" : " USING " + WrittenSql.part(change.using())));
        return null;
    }

    @Override
    public Void setNullable(ColumnChange.SetNullable change) {
        clause(change.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        return null;
    }

    @Override
    public Void setDefault(ColumnChange.SetDefault change) {
        clause(change.expression() == null ? "DROP DEFAULT" : "SET DEFAULT " + WrittenSql.part(change.expression()));
        return null;
    }

    @Override
    public Void addIdentity(ColumnChange.AddIdentity change) {
        clause("ADD" + ColumnDdl.identity(change.identity()));
        return null;
    }

    @Override
    public Void setIdentity(ColumnChange.SetIdentity change) {
        Identity from = change.from();
        Identity to = change.identity();
        List<String> settings = new ArrayList<>();
        if (from == null || from.mode() != to.mode()) {
            settings.add("GENERATED " + ColumnDdl.mode(to));
        }
        settings.addAll(
                from == null ? SequenceDdl.all(to.options()) : SequenceDdl.difference(from.options(), to.options()));
        if (!settings.isEmpty()) {
            setIdentity(from == null ? SequenceOptions.DEFAULT : from.options(), to.options(), settings);
        }
        return null;
    }

    /** Narrower bounds are a statement of their own: PostgreSQL refuses those that leave out where it has counted to. */
    private void setIdentity(SequenceOptions before, SequenceOptions to, List<String> settings) {
        String action = "SET " + String.join(" SET ", settings);
        Long min = SequenceDdl.raisedMin(before.resolved(), to.resolved());
        Long max = SequenceDdl.loweredMax(before.resolved(), to.resolved());
        if (min == null && max == null) {
            clause(action);
        } else {
            after.add(SequenceBounds.within(table, column, action, to.resolved().increment(), min, max));
        }
    }

    @Override
    public Void dropIdentity(ColumnChange.DropIdentity change) {
        clause("DROP IDENTITY" + Clause.when(change.ifExists(), " IF EXISTS"));
        return null;
    }

    @Override
    public Void setExpression(ColumnChange.SetExpression change) {
        ServerFeature.SET_EXPRESSION.require(version, where(), "Drop the column and add it with its new expression.");
        clause("SET EXPRESSION AS (" + WrittenSql.part(change.expression()) + ")");
        return null;
    }

    @Override
    public Void dropExpression(ColumnChange.DropExpression change) {
        clause("DROP EXPRESSION" + Clause.when(change.ifExists(), " IF EXISTS"));
        return null;
    }

    @Override
    public Void setStorage(ColumnChange.SetStorage change) {
        if (change.storage() == null) {
            ServerFeature.DEFAULT_STORAGE.require(
                    version, where(), "Name the storage: PLAIN, EXTERNAL, EXTENDED or MAIN.");
        }
        clause("SET STORAGE "
                + (change.storage() == null ? "DEFAULT" : ColumnDdl.storage(table, column, change.storage())));
        return null;
    }

    @Override
    public Void setCompression(ColumnChange.SetCompression change) {
        ServerFeature.COMPRESSION.require(version, where(), ColumnDdl.WITHOUT_COMPRESSION);
        clause("SET COMPRESSION "
                + (change.compression() == null ? "DEFAULT" : SqlIdentifiers.quote(change.compression())));
        return null;
    }

    @Override
    public Void setColumnComment(ColumnChange.SetColumnComment change) {
        after.add(CommentDdl.comment(new Commented.OnColumn(table, column), change.comment()));
        return null;
    }

    @Override
    public Void rename(ColumnChange.Rename change) {
        rename = ColumnDdl.rename(table, column, change.newName());
        return null;
    }
}

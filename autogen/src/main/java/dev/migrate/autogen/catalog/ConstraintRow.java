package dev.migrate.autogen.catalog;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A constraint of the catalog (PostgreSQL manual, 52.13 pg_constraint). */
record ConstraintRow(
        long id,
        long table,
        String name,
        char kind,
        long index,
        List<Long> columns,
        Deferral deferral,
        Validity validity,
        boolean isTemporal,
        boolean isInherited,
        @Nullable String expression,
        List<String> operators,
        @Nullable Reference reference) {

    /**
     * What a foreign key references.
     *
     * @param distantColumns names of {@code columns} if the table's schema isn't read, otherwise empty
     */
    record Reference(
            long table,
            QualifiedName name,
            List<Long> columns,
            List<String> distantColumns,
            ForeignKey.Action onDelete,
            List<Long> onDeleteColumns,
            ForeignKey.Action onUpdate,
            ForeignKey.Match match) {}

    static ConstraintRow read(CatalogSession session, Row row) throws SQLException {
        char kind = row.text("kind").charAt(0);
        return new ConstraintRow(
                row.number("id"),
                row.number("table_id"),
                row.text("name"),
                kind,
                row.number("index_id"),
                row.numbers("columns"),
                deferral(row.flag("is_deferrable"), row.flag("is_deferred")),
                validity(row.flag("is_valid"), row.flag("is_enforced")),
                row.flag("is_temporal"),
                !row.flag("is_not_inherited"),
                kind == 'c' ? row.text("expression") : null,
                kind == 'x' ? row.texts("operators") : List.of(),
                kind == 'f' ? reference(session, row) : null);
    }

    private static Reference reference(CatalogSession session, Row row) throws SQLException {
        return new Reference(
                row.number("target_id"),
                session.name(row.text("target_schema"), row.text("target_name")),
                row.numbers("target_columns"),
                row.texts("distant_columns"),
                action(row.text("on_delete")),
                row.numbers("on_delete_columns"),
                action(row.text("on_update")),
                row.text("match").equals("f") ? ForeignKey.Match.FULL : ForeignKey.Match.SIMPLE);
    }

    private static Validity validity(boolean isValid, boolean isEnforced) {
        if (!isEnforced) {
            return Validity.NOT_ENFORCED;
        }
        return isValid ? Validity.VALID : Validity.NOT_VALID;
    }

    private static Deferral deferral(boolean isDeferrable, boolean isDeferred) {
        if (!isDeferrable) {
            return Deferral.NOT_DEFERRABLE;
        }
        return isDeferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    private static ForeignKey.Action action(String code) {
        return switch (code) {
            case "a" -> ForeignKey.Action.NO_ACTION;
            case "r" -> ForeignKey.Action.RESTRICT;
            case "c" -> ForeignKey.Action.CASCADE;
            case "n" -> ForeignKey.Action.SET_NULL;
            case "d" -> ForeignKey.Action.SET_DEFAULT;
            default -> throw new IllegalStateException("The catalog has an unknown referential action '" + code + "'");
        };
    }

    /** Whether {@link #index()} exists because of this constraint; a foreign key's belongs to its target. */
    boolean ownsIndex() {
        return kind == 'p' || kind == 'u' || kind == 'x';
    }

    /**
     * @param allColumns of every table that is read, by OID
     * @param backing the index behind it; null for checks and foreign keys
     */
    Constraint constraint(Map<Long, TableColumns> allColumns, @Nullable IndexRow backing, IndexKeys decoder) {
        TableColumns own = TableReader.existing(allColumns, table);
        return switch (kind) {
            case 'p' -> new PrimaryKey(name, own.names(columns), included(backing, own), isTemporal, deferral);
            case 'u' ->
                new Unique(
                        name,
                        own.names(columns),
                        included(backing, own),
                        backing != null && backing.nullsCollide(),
                        isTemporal,
                        deferral);
            case 'c' -> new Check(name, condition(own), validity, isInherited);
            case 'x' -> exclusion(Objects.requireNonNull(backing), own, decoder);
            case 'f' -> foreignKey(Objects.requireNonNull(reference), own, allColumns);
            default -> throw new IllegalStateException("The catalog has an unknown kind of constraint '" + kind + "'");
        };
    }

    private Expression condition(TableColumns own) {
        String printed = PrintedSql.withoutParentheses(Objects.requireNonNull(expression));
        return new Expression(PrintedArrays.readable(printed, own::isVarchar), PrintedArrays.inOrder(printed));
    }

    private static List<String> included(@Nullable IndexRow backing, TableColumns own) {
        return backing == null ? List.of() : backing.include(own);
    }

    private Exclusion exclusion(IndexRow backing, TableColumns own, IndexKeys decoder) {
        var keys = backing.keys(decoder, own);
        return new Exclusion(
                name,
                backing.method(),
                IntStream.range(0, keys.size())
                        .mapToObj(i -> new Exclusion.Element(keys.get(i), operators.get(i)))
                        .toList(),
                backing.include(own),
                IndexKeys.predicate(backing.predicate()),
                deferral);
    }

    private ForeignKey foreignKey(Reference target, TableColumns own, Map<Long, TableColumns> allColumns) {
        List<String> targetColumns = target.distantColumns().isEmpty()
                ? TableReader.existing(allColumns, target.table()).names(target.columns())
                : target.distantColumns();
        return new ForeignKey(
                name,
                own.names(columns),
                target.name(),
                targetColumns,
                target.onDelete(),
                own.names(target.onDeleteColumns()),
                target.onUpdate(),
                target.match(),
                deferral,
                validity,
                isTemporal);
    }
}

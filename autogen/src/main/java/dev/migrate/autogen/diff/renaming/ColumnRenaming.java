package dev.migrate.autogen.diff.renaming;

import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.autogen.diff.dependency.Descendants;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema looks like once PostgreSQL has renamed a column: it has its new name in partitions and in tables that
 * inherit it, too, and keys, indexes, foreign keys of other tables, owned sequences and expressions
 * follow by themselves.
 *
 * @param table the column's table
 * @param column its name before
 * @param newName its name after
 */
public record ColumnRenaming(QualifiedName table, String column, String newName) {

    public Schema applyTo(Schema schema) {
        Set<QualifiedName> tables = Descendants.of(table, schema);
        return schema.withTables(schema.tables().stream()
                        .map(candidate -> retargeted(candidate, tables))
                        .map(candidate -> tables.contains(candidate.name()) ? renamed(candidate) : candidate)
                        .toList())
                .withSequences(schema.sequences().stream()
                        .map(sequence -> sequence(sequence, tables))
                        .toList())
                .withStatistics(schema.statistics().stream()
                        .map(statistics -> statistics(statistics, tables))
                        .toList())
                .withDependencies(schema.dependencies().named(id -> named(id, tables)));
    }

    private ObjectId named(ObjectId id, Set<QualifiedName> tables) {
        return id instanceof OfColumn of && tables.contains(of.table())
                ? new OfColumn(of.table(), name(of.column()))
                : id;
    }

    private Table renamed(Table old) {
        return old.withColumns(old.columns().stream().map(this::columnOf).toList())
                .withConstraints(old.constraints().stream()
                        .map(constraint -> constraint.accept(new ConstraintRenaming()))
                        .toList())
                .withIndexes(old.indexes().stream().map(this::index).toList())
                .withPartitioning(partitioning(old.partitioning()));
    }

    /** Foreign keys from anywhere to the renamed column. */
    private Table retargeted(Table old, Set<QualifiedName> tables) {
        return old.withConstraints(old.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKey key && tables.contains(key.target())
                        ? (Constraint) foreignKey(key, key.columns(), names(key.targetColumns()), key.onDeleteColumns())
                        : constraint)
                .toList());
    }

    private static ForeignKey foreignKey(
            ForeignKey key, List<String> columns, List<String> targetColumns, List<String> onDeleteColumns) {
        return key.columns(columns, targetColumns, onDeleteColumns);
    }

    private Column columnOf(Column old) {
        Column renamed = old.name().equals(column) ? old.name(newName) : old;
        Generated formula = old.generated();
        return formula == null
                ? renamed
                : renamed.generated(new Generated(expression(formula.expression()), formula.kind()));
    }

    private Index index(Index old) {
        return old.keys(old.keys().stream().map(this::key).toList())
                .include(names(old.include()).toArray(String[]::new))
                .where(optional(old.where()));
    }

    private IndexKey key(IndexKey key) {
        return key.column()
                .map(old -> key.target(new IndexKey.Target.OfColumn(name(old))))
                .orElseGet(() -> key.mapExpression(this::expression));
    }

    private @Nullable Partitioning partitioning(@Nullable Partitioning old) {
        return old == null
                ? null
                : new Partitioning(
                        old.strategy(), old.keys().stream().map(this::key).toList());
    }

    private Sequence sequence(Sequence old, Set<QualifiedName> tables) {
        Sequence.Owner owner = old.ownedBy();
        return owner != null && tables.contains(owner.table())
                ? old.ownedBy(new Sequence.Owner(owner.table(), name(owner.column())))
                : old;
    }

    private Statistics statistics(Statistics old, Set<QualifiedName> tables) {
        return tables.contains(old.table())
                ? old.keys(old.keys().stream().map(this::key).toList())
                : old;
    }

    private List<String> names(List<String> old) {
        return old.stream().map(this::name).toList();
    }

    private String name(String old) {
        return old.equals(column) ? newName : old;
    }

    private Expression expression(Expression old) {
        return new Expression(
                SqlText.rename(old.sql(), column, newName), SqlText.rename(old.normal(), column, newName));
    }

    private @Nullable Expression optional(@Nullable Expression old) {
        return old == null ? null : expression(old);
    }

    /** The constraints of the column's own table. */
    private final class ConstraintRenaming implements Constraint.Visitor<Constraint> {
        @Override
        public Constraint primaryKey(PrimaryKey old) {
            return old.columns(names(old.columns()), names(old.include()));
        }

        @Override
        public Constraint unique(Unique old) {
            return old.columns(names(old.columns()), names(old.include()));
        }

        @Override
        public Constraint foreignKey(ForeignKey old) {
            return ColumnRenaming.foreignKey(
                    old, names(old.columns()), old.targetColumns(), names(old.onDeleteColumns()));
        }

        @Override
        public Constraint check(Check old) {
            return old.expression(expression(old.expression()));
        }

        @Override
        public Constraint exclusion(Exclusion old) {
            List<Exclusion.Element> elements = old.elements().stream()
                    .map(element -> new Exclusion.Element(key(element.key()), element.operator()))
                    .toList();
            return new Exclusion(
                    old.name(), old.method(), elements, names(old.include()), optional(old.where()), old.deferral());
        }
    }
}

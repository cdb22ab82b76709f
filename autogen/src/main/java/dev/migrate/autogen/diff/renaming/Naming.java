package dev.migrate.autogen.diff.renaming;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.Dependencies;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfConstraint;
import dev.migrate.schema.ObjectId.OfIndex;
import dev.migrate.schema.ObjectId.OfTable;
import dev.migrate.schema.ObjectId.OfType;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gives objects other names, wherever a schema mentions them by name. */
public final class Naming {

    private Naming() {}

    /** The same schema, in which an unqualified name and one in {@code defaultSchema} are the same. */
    public static Schema unqualified(Schema schema, String defaultSchema) {
        UnaryOperator<QualifiedName> names = name -> defaultSchema.equals(name.schema()) ? name.inSchema(null) : name;
        return new Schema(
                schema.schemas().stream()
                        .filter(name -> !name.equals(defaultSchema))
                        .toList(),
                tables(schema, names),
                schema.sequences().stream()
                        .map(sequence -> owned(sequence, names).named(names.apply(sequence.name())))
                        .toList(),
                schema.enums().stream()
                        .map(type -> type.named(names.apply(type.name())))
                        .toList(),
                schema.domains().stream()
                        .map(domain -> domain.named(names.apply(domain.name())))
                        .toList(),
                schema.extensions(),
                statistics(schema, names).stream()
                        .map(statistics -> statistics.named(names.apply(statistics.name())))
                        .toList(),
                schema.auxiliaryObjects(),
                schema.mapping().named(names),
                named(schema.dependencies(), names));
    }

    private static Dependencies named(Dependencies dependencies, UnaryOperator<QualifiedName> names) {
        return dependencies.named(id -> named(id, names));
    }

    private static ObjectId named(ObjectId id, UnaryOperator<QualifiedName> names) {
        if (id instanceof OfTable of) {
            return new OfTable(names.apply(of.table()));
        }
        if (id instanceof OfColumn of) {
            return new OfColumn(names.apply(of.table()), of.column());
        }
        if (id instanceof OfConstraint of) {
            return new OfConstraint(names.apply(of.table()), of.constraint());
        }
        if (id instanceof OfIndex of) {
            return new OfIndex(names.apply(of.index()));
        }
        return id instanceof OfType of ? new OfType(names.apply(of.type())) : id;
    }

    /** Tables under other names, and everything that refers to a table. */
    public static Schema renameTables(Schema schema, UnaryOperator<QualifiedName> names) {
        return schema.withTables(tables(schema, names))
                .withSequences(schema.sequences().stream()
                        .map(sequence -> owned(sequence, names))
                        .toList())
                .withStatistics(statistics(schema, names))
                .withDependencies(named(schema.dependencies(), withIndexes(schema, names)));
    }

    /** Indexes are in the schema of their table. */
    private static UnaryOperator<QualifiedName> withIndexes(Schema schema, UnaryOperator<QualifiedName> names) {
        Map<QualifiedName, QualifiedName> indexes = new HashMap<>();
        for (Table table : schema.tables()) {
            QualifiedName renamed = names.apply(table.name());
            if (!renamed.equals(table.name())) {
                table.indexes().forEach(index -> indexes.put(index.qualifiedName(), renamed.sibling(index.name())));
            }
        }
        return name -> indexes.getOrDefault(name, names.apply(name));
    }

    /** A table under another name or in another schema, where the sequences that its columns own are then, too. */
    public static Schema moveTable(Schema schema, QualifiedName table, QualifiedName moved) {
        Schema result = renameTables(schema, name -> name.equals(table) ? moved : name);
        for (Sequence sequence : result.sequences()) {
            Sequence.Owner owner = sequence.ownedBy();
            if (owner != null && owner.table().equals(moved)) {
                result =
                        new SequenceRenaming(sequence.name(), sequence.name().inSchema(moved.schema())).applyTo(result);
            }
        }
        return result;
    }

    private static List<Table> tables(Schema schema, UnaryOperator<QualifiedName> names) {
        return schema.tables().stream().map(table -> table(table, names)).toList();
    }

    private static Sequence owned(Sequence sequence, UnaryOperator<QualifiedName> names) {
        Sequence.Owner owner = sequence.ownedBy();
        return owner == null
                ? sequence
                : sequence.ownedBy(new Sequence.Owner(names.apply(owner.table()), owner.column()));
    }

    private static List<Statistics> statistics(Schema schema, UnaryOperator<QualifiedName> names) {
        return schema.statistics().stream()
                .map(statistics -> statistics.on(names.apply(statistics.table())))
                .toList();
    }

    private static Table table(Table table, UnaryOperator<QualifiedName> names) {
        return mentionsRenamed(table, name -> !names.apply(name).equals(name)) ? renamed(table, names) : table;
    }

    /** Whether any name of a table that a table contains is another one now. */
    private static boolean mentionsRenamed(Table table, Predicate<QualifiedName> isRenamed) {
        if (isRenamed.test(table.name()) || table.inherits().stream().anyMatch(isRenamed)) {
            return true;
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key && isRenamed.test(key.target())) {
                return true;
            }
        }
        for (Index index : table.indexes()) {
            if (isRenamed.test(index.table())) {
                return true;
            }
        }
        PartitionOf partition = table.partitionOf();
        return partition != null && isRenamed.test(partition.parent());
    }

    private static Table renamed(Table table, UnaryOperator<QualifiedName> names) {
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKey key
                        ? (Constraint) key.target(names.apply(key.target()))
                        : constraint)
                .toList();
        List<Index> indexes = table.indexes().stream()
                .map(index -> index.on(names.apply(index.table())))
                .toList();
        PartitionOf partition = table.partitionOf();
        return table.withIndexes(indexes)
                .named(names.apply(table.name()))
                .withConstraints(constraints)
                .withInherits(table.inherits().stream().map(names).toList())
                .withPartitionOf(
                        partition == null ? null : new PartitionOf(names.apply(partition.parent()), partition.bound()));
    }
}

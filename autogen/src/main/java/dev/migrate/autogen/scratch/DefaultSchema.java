package dev.migrate.autogen.scratch;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Domain;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The schema that names without one belong to. A mapping may name it or not ({@code schema = "public"}): afterwards no
 * name does.
 *
 * @param name null if the search path leads to no schema
 */
record DefaultSchema(@Nullable String name) {

    Schema implied(Schema declared) {
        return new Schema(
                        declared.schemas().stream().filter(s -> !s.equals(name)).toList(),
                        declared.tables().stream().map(this::implied).toList(),
                        declared.sequences().stream().map(this::implied).toList(),
                        declared.enums().stream()
                                .map(e -> e.named(implied(e.name())))
                                .toList(),
                        declared.domains().stream().map(this::implied).toList(),
                        declared.extensions(),
                        declared.auxiliaryObjects().stream().map(this::implied).toList(),
                        declared.mapping().named(this::implied))
                .withStatistics(declared.statistics());
    }

    QualifiedName implied(QualifiedName qualified) {
        return isNamedIn(qualified) ? qualified.inSchema(null) : qualified;
    }

    /** The table itself if nothing in it names the schema, as with nearly all of thousands. */
    private Table implied(Table table) {
        return isNamedIn(table) ? withImplied(table) : table;
    }

    private boolean isNamedIn(Table table) {
        PartitionOf partition = table.partitionOf();
        if (isNamedIn(table.name())
                || table.inherits().stream().anyMatch(this::isNamedIn)
                || (partition != null && isNamedIn(partition.parent()))) {
            return true;
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key && isNamedIn(key.target())) {
                return true;
            }
        }
        for (Index index : table.indexes()) {
            if (isNamedIn(index.table())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedIn(QualifiedName qualified) {
        return name != null && name.equals(qualified.schema());
    }

    private Table withImplied(Table table) {
        QualifiedName tableName = implied(table.name());
        PartitionOf partition = table.partitionOf();
        return new Table(
                tableName,
                table.columns(),
                table.constraints().stream().map(this::implied).toList(),
                table.indexes().stream().map(i -> i.on(tableName)).toList(),
                table.comment(),
                table.isUnlogged(),
                table.storageParameters(),
                table.tablespace(),
                table.inherits().stream().map(this::implied).toList(),
                table.partitioning(),
                partition == null ? null : new PartitionOf(implied(partition.parent()), partition.bound()),
                table.onlyIfMissing());
    }

    private Constraint implied(Constraint constraint) {
        return constraint instanceof ForeignKey key ? key.target(implied(key.target())) : constraint;
    }

    private AuxiliaryObject implied(AuxiliaryObject object) {
        return CompositeType.of(object)
                .map(type -> type.identifiedAs(implied(type.name())))
                .orElse(object);
    }

    private Sequence implied(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        return sequence.named(implied(sequence.name()))
                .ownedBy(owner == null ? null : new Sequence.Owner(implied(owner.table()), owner.column()));
    }

    private Domain implied(Domain domain) {
        return domain.named(implied(domain.name()));
    }
}

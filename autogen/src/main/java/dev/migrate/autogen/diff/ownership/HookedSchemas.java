package dev.migrate.autogen.diff.ownership;

import dev.migrate.autogen.diff.dependency.ColumnUse;
import dev.migrate.autogen.hook.ColumnPair;
import dev.migrate.autogen.hook.Hooks;
import dev.migrate.autogen.hook.ObjectName;
import dev.migrate.autogen.hook.SchemaObject;
import dev.migrate.autogen.hook.SchemaObject.OfColumn;
import dev.migrate.autogen.hook.SchemaObject.OfConstraint;
import dev.migrate.autogen.hook.SchemaObject.OfDomain;
import dev.migrate.autogen.hook.SchemaObject.OfEnum;
import dev.migrate.autogen.hook.SchemaObject.OfIndex;
import dev.migrate.autogen.hook.SchemaObject.OfSequence;
import dev.migrate.autogen.hook.SchemaObject.OfTable;
import dev.migrate.autogen.hook.Side;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Both sides of a comparison as hooks want them to be seen: without what they leave out, and with the database's type and
 * default where they see no difference to the declared one.
 *
 * @param before what the database has
 * @param wanted what is declared
 */
public record HookedSchemas(Schema before, Schema wanted) {

    public static HookedSchemas of(Schema before, Schema wanted, Hooks hooks) {
        if (hooks.isEmpty()) {
            return new HookedSchemas(before, wanted);
        }
        LeftOut leftOut = new LeftOut(hooks);
        leftOut.collect(before, Side.DATABASE);
        leftOut.collect(wanted, Side.ENTITIES);
        Schema present = leftOut.takenFrom(before);
        return new HookedSchemas(present, agreed(present, leftOut.takenFrom(wanted), hooks));
    }

    private static Schema agreed(Schema present, Schema wanted, Hooks hooks) {
        return wanted.withTables(wanted.tables().stream()
                .map(table -> present.table(table.name())
                        .map(from -> table.withColumns(table.columns().stream()
                                .map(column -> from.column(column.name())
                                        .map(found -> agreed(new ColumnPair(table.name(), found, column), hooks))
                                        .orElse(column))
                                .toList()))
                        .orElse(table))
                .toList());
    }

    private static Column agreed(ColumnPair pair, Hooks hooks) {
        Column declared = pair.declared();
        Column found = pair.database();
        if (!found.type().equals(declared.type()) && hooks.areSameType(pair)) {
            declared = declared.type(found.type());
        }
        if (!Objects.equals(found.defaultExpression(), pair.declared().defaultExpression())
                && hooks.areSameDefault(pair)) {
            declared = declared.defaultExpression(found.defaultExpression());
        }
        return declared;
    }

    /** What takes no part: an object by its name, a constraint or an index also under any other name. */
    private static final class LeftOut {

        private final Hooks hooks;
        private final Set<ObjectName> names = new HashSet<>();
        private final Set<SchemaObject> definitions = new HashSet<>();

        LeftOut(Hooks hooks) {
            this.hooks = hooks;
        }

        void collect(Schema schema, Side side) {
            for (Table table : schema.tables()) {
                if (ask(new OfTable(table), side)) {
                    parts(table).filter(part -> !ask(part, side)).forEach(part -> definitions.add(unnamed(part)));
                }
            }
            schema.sequences().forEach(sequence -> ask(new OfSequence(sequence), side));
            schema.enums().forEach(type -> ask(new OfEnum(type), side));
            schema.domains().forEach(domain -> ask(new OfDomain(domain), side));
        }

        private boolean ask(SchemaObject object, Side side) {
            boolean isIncluded = hooks.include(object, side);
            if (!isIncluded) {
                names.add(object.name());
            }
            return isIncluded;
        }

        private static Stream<SchemaObject> parts(Table table) {
            return Stream.of(
                            table.columns().stream().map(column -> new OfColumn(table.name(), column)),
                            table.constraints().stream().map(constraint -> new OfConstraint(table.name(), constraint)),
                            table.indexes().stream().map(OfIndex::new))
                    .flatMap(part -> part);
        }

        private static SchemaObject unnamed(SchemaObject part) {
            if (part instanceof OfConstraint of) {
                return new OfConstraint(of.table(), of.constraint().named("any"));
            }
            return part instanceof OfIndex of ? new OfIndex(of.index().named("any")) : part;
        }

        private boolean has(SchemaObject object) {
            return names.contains(object.name()) || definitions.contains(unnamed(object));
        }

        Schema takenFrom(Schema schema) {
            return schema.withTables(schema.tables().stream()
                            .filter(table -> !has(new OfTable(table)))
                            .map(this::takenFrom)
                            .toList())
                    .withSequences(schema.sequences().stream()
                            .filter(sequence -> !has(new OfSequence(sequence)) && !hasOwnerOf(sequence))
                            .toList())
                    .withEnums(schema.enums().stream()
                            .filter(type -> !has(new OfEnum(type)))
                            .toList())
                    .withStatistics(schema.statistics().stream()
                            .filter(statistics -> !names.contains(ObjectName.table(statistics.table())))
                            .toList())
                    .withDomains(schema.domains().stream()
                            .filter(domain -> !has(new OfDomain(domain)))
                            .toList());
        }

        private Table takenFrom(Table table) {
            QualifiedName name = table.name();
            ColumnUse lost = new ColumnUse(table.columns().stream()
                    .filter(column -> has(new OfColumn(name, column)))
                    .map(Column::name)
                    .collect(Collectors.toSet()));
            return table.withColumns(table.columns().stream()
                            .filter(column -> !lost.columns().contains(column.name()))
                            .toList())
                    .withConstraints(table.constraints().stream()
                            .filter(constraint -> stays(constraint, name, lost))
                            .toList())
                    .withIndexes(table.indexes().stream()
                            .filter(index -> stays(index, lost))
                            .toList());
        }

        private boolean stays(Constraint constraint, QualifiedName table, ColumnUse lost) {
            return !lost.in(constraint) && !has(new OfConstraint(table, constraint));
        }

        private boolean stays(Index index, ColumnUse lost) {
            return !lost.in(index) && !has(new OfIndex(index));
        }

        /** A sequence comes and goes with the column that owns it. */
        private boolean hasOwnerOf(Sequence sequence) {
            Sequence.Owner owner = sequence.ownedBy();
            return owner != null
                    && (names.contains(ObjectName.table(owner.table()))
                            || names.contains(ObjectName.column(owner.table(), owner.column())));
        }
    }
}

package dev.migrate.autogen.diff.ordering;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.Defaults;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.autogen.diff.dependency.Descendants;
import dev.migrate.autogen.diff.dependency.RelationNames;
import dev.migrate.autogen.diff.ordering.Condition.ColumnIsFree;
import dev.migrate.autogen.diff.ordering.Condition.Exists;
import dev.migrate.autogen.diff.ordering.Condition.HasSequence;
import dev.migrate.autogen.diff.ordering.Condition.IsChanged;
import dev.migrate.autogen.diff.ordering.Condition.IsReplaced;
import dev.migrate.autogen.diff.ordering.Condition.NameIsFree;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfConstraint;
import dev.migrate.schema.ObjectId.OfIndex;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.ObjectId.OfStatistics;
import dev.migrate.schema.ObjectId.OfTable;
import dev.migrate.schema.ObjectId.OfType;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What operations need and bring about, by what the schema that they lead to says of dependencies. It is said of what comes
 * and of what changes; of what goes, it is said of the inverse, with the schema before.
 */
final class Conditions {

    private static final String ON = " on ";

    private final Schema schema;
    private final Schema other;
    private final Map<String, ObjectId> types = new HashMap<>();
    private final Map<String, QualifiedName> replaced = new HashMap<>();
    private final Map<String, QualifiedName> tables = new HashMap<>();
    private final Set<QualifiedName> sequences = new HashSet<>();

    /**
     * @param schema that the operations lead to
     * @param other that has objects which come back as they were, and of which {@code schema} may know nothing
     * @param operations all of those that are to be ordered, in one direction
     */
    Conditions(Schema schema, Schema other, List<Reversible> operations) {
        this.schema = schema;
        this.other = other;
        for (Reversible operation : operations) {
            if (operation instanceof CreateTable create) {
                tables.put(
                        SqlIdentifiers.quote(create.table().name()),
                        create.table().name());
            } else if (operation instanceof CreateSequence create) {
                sequences.add(create.sequence().name());
            } else if (operation instanceof CreateEnum create) {
                texts(create.type().name())
                        .forEach(
                                text -> types.put(text, new OfType(create.type().name())));
            } else if (operation instanceof ChangeEnum change) {
                texts(change.to().name())
                        .forEach(text -> replaced.put(text, change.to().name()));
            } else if (operation instanceof CreateDomain create) {
                texts(create.domain().name())
                        .forEach(text ->
                                types.put(text, new OfType(create.domain().name())));
            } else if (operation instanceof CreateAuxiliaryObject create
                    && CompositeChange.isComposite(create.object())) {
                types.put(
                        CompositeChange.name(create.object()),
                        new OfObject(create.object().identity()));
            }
        }
    }

    /** How a column of the type may have it. */
    private static Set<String> texts(QualifiedName type) {
        Set<String> texts = new HashSet<>(Set.of(SqlIdentifiers.quote(type)));
        if (type.schema() == null) {
            texts.add(type.name());
        }
        return texts;
    }

    /** What is so when the operation has run, and wasn't before. */
    Set<Condition> madeBy(Reversible operation) {
        Set<Condition> made = new HashSet<>();
        if (operation instanceof CreateTable create) {
            parts(create.table()).forEach(part -> made.add(new Exists(part)));
        } else if (operation instanceof AddColumn add) {
            made.add(new Exists(new OfColumn(add.table(), add.column().name())));
        } else if (operation instanceof ChangeColumn change) {
            addChanged(change.table(), change.to().name(), made);
        } else if (operation instanceof AddConstraint add && add.constraint().name() != null) {
            made.add(new Exists(new OfConstraint(add.table(), add.constraint().name())));
        } else if (operation instanceof CreateIndex create) {
            made.add(new Exists(new OfIndex(create.index().qualifiedName())));
        } else if (operation instanceof CreateStatistics create) {
            made.add(new Exists(new OfStatistics(create.statistics().name())));
        } else if (operation instanceof CreateEnum create) {
            made.add(new Exists(new OfType(create.type().name())));
        } else if (operation instanceof ChangeEnum change) {
            made.add(new IsReplaced(change.to().name()));
            change.uses().forEach(use -> addChanged(use.table(), use.column(), made));
        } else if (operation instanceof CreateDomain create) {
            made.add(new Exists(new OfType(create.domain().name())));
        } else if (operation instanceof CreateSequence create) {
            made.add(new HasSequence(create.sequence().name()));
        } else if (operation instanceof CreateAuxiliaryObject create && !ObjectDiff.isChange(create.object())) {
            made.add(new Exists(new OfObject(create.object().identity())));
        }
        freedBy(operation).forEach(made::add);
        return made;
    }

    private void addChanged(QualifiedName table, String column, Set<Condition> made) {
        Descendants.columns(table, column, schema).forEach(each -> made.add(new IsChanged(each)));
    }

    /** What has to be so before the operation can run. */
    Set<Condition> neededBy(Reversible operation) {
        Set<Condition> needed = new LinkedHashSet<>();
        if (operation instanceof CreateTable create) {
            addTable(create.table(), needed);
        } else if (operation instanceof AddColumn add) {
            addColumn(add.table(), add.column(), needed);
            needed.add(new ColumnIsFree(new OfColumn(add.table(), add.column().name())));
        } else if (operation instanceof ChangeColumn change) {
            addColumn(change.table(), change.to(), needed);
        } else if (operation instanceof AddConstraint add) {
            needed.add(new Exists(new OfTable(add.table())));
            addConstraint(add.table(), add.constraint(), needed);
        } else if (operation instanceof AddNotNull add) {
            addColumnName(add.table(), add.column(), needed);
        } else if (operation instanceof CreateIndex create) {
            addIndex(create.index(), needed);
        } else if (operation instanceof CreateStatistics create) {
            addStatistics(create.statistics(), needed);
        } else if (operation instanceof SetStatisticsTarget set) {
            needed.add(new Exists(new OfStatistics(set.statistics())));
        } else if (operation instanceof CreateDomain create) {
            addType(create.domain().type(), needed);
            QualifiedName type =
                    replaced.get(TypeFamily.element(create.domain().type()).sql());
            if (type != null) {
                needed.add(new IsReplaced(type));
            }
            addDependencies(new OfType(create.domain().name()), needed);
        } else if (operation instanceof ChangeDomain change) {
            addDependencies(new OfType(change.to().name()), needed);
        } else if (operation instanceof CreateAuxiliaryObject create) {
            addObject(create.object(), needed);
        } else if (operation instanceof ChangeSequence change) {
            addSequence(change.to(), needed);
        } else if (operation instanceof AttachPartition attach) {
            needed.add(new Exists(new OfTable(attach.table())));
            needed.add(new Exists(new OfTable(attach.partition())));
        } else if (operation instanceof RenameConstraint rename) {
            needed.add(new Exists(new OfTable(rename.table())));
        } else if (operation instanceof SetRowSecurity set) {
            needed.add(new Exists(new OfTable(set.table())));
        } else if (operation instanceof ChangeMeanings change) {
            addColumnName(change.table(), change.column(), needed);
        } else if (operation instanceof RenameConstant rename) {
            addColumnName(rename.table(), rename.column(), needed);
        } else if (operation instanceof SetComment comment) {
            addCommented(comment.target(), needed);
        }
        takenBy(operation).forEach(name -> needed.add(new NameIsFree(name)));
        return needed;
    }

    /** The names that the operation gives up: those that its inverse takes. */
    private static Set<Condition> freedBy(Reversible operation) {
        Reversible inverse = operation.inverse();
        Set<Condition> freed = new HashSet<>();
        takenBy(inverse).forEach(name -> freed.add(new NameIsFree(name)));
        if (inverse instanceof AddColumn add) {
            freed.add(new ColumnIsFree(new OfColumn(add.table(), add.column().name())));
        }
        return freed;
    }

    private static Set<String> takenBy(Reversible operation) {
        if (operation instanceof ChangeColumn change
                && change.from().generator() == null
                && change.to().generator() != null) {
            // An identity's sequence has a name among the tables.
            return Set.of(change.table()
                    .sibling(new ConventionalNames()
                            .sequence(change.table(), change.to().name()))
                    .toString());
        }
        Set<String> names = new HashSet<>(RelationNames.takenBy(operation));
        if (operation instanceof CreateAuxiliaryObject create && !ObjectDiff.isChange(create.object())) {
            names.add("object " + create.object().identity());
        } else if (operation instanceof CreateStatistics create) {
            names.add("statistics " + create.statistics().name());
        }
        return names;
    }

    private static Set<ObjectId> parts(Table table) {
        Set<ObjectId> parts = new LinkedHashSet<>();
        parts.add(new OfTable(table.name()));
        table.columns().forEach(column -> parts.add(new OfColumn(table.name(), column.name())));
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() != null) {
                parts.add(new OfConstraint(table.name(), constraint.name()));
            }
        }
        table.indexes().forEach(index -> parts.add(new OfIndex(index.qualifiedName())));
        return parts;
    }

    private void addTable(Table table, Set<Condition> needed) {
        table.inherits().forEach(parent -> needed.add(new Exists(new OfTable(parent))));
        PartitionOf partition = table.partitionOf();
        if (partition != null) {
            needed.add(new Exists(new OfTable(partition.parent())));
        }
        table.columns().forEach(column -> addColumn(table.name(), column, needed));
        table.constraints().forEach(constraint -> addConstraint(table.name(), constraint, needed));
        table.indexes().forEach(index -> addIndex(index, needed));
        addDependencies(new OfTable(table.name()), needed);
        parts(table).forEach(part -> needed.remove(new Exists(part)));
    }

    private void addColumn(QualifiedName table, Column column, Set<Condition> needed) {
        needed.add(new Exists(new OfTable(table)));
        addType(column.type(), needed);
        addDependencies(new OfColumn(table, column.name()), needed);
        if (Defaults.isNextval(column.defaultExpression())) {
            sequences.stream()
                    .filter(sequence -> Defaults.isNextvalOf(column.defaultExpression(), sequence))
                    .forEach(sequence -> needed.add(new HasSequence(sequence)));
        }
    }

    private static void addColumnName(QualifiedName table, String column, Set<Condition> needed) {
        needed.add(new Exists(new OfTable(table)));
        needed.add(new Exists(new OfColumn(table, column)));
    }

    private void addConstraint(QualifiedName table, Constraint constraint, Set<Condition> needed) {
        constraint.columns().forEach(column -> needed.add(new Exists(new OfColumn(table, column))));
        if (constraint instanceof ForeignKey key) {
            needed.add(new Exists(new OfTable(key.target())));
            key.targetColumns().forEach(column -> needed.add(new Exists(new OfColumn(key.target(), column))));
        }
        if (constraint.name() != null) {
            addDependencies(new OfConstraint(table, constraint.name()), needed);
        }
    }

    private void addIndex(Index index, Set<Condition> needed) {
        needed.add(new Exists(new OfTable(index.table())));
        index.columns().forEach(column -> needed.add(new Exists(new OfColumn(index.table(), column))));
        addDependencies(new OfIndex(index.qualifiedName()), needed);
    }

    private void addStatistics(Statistics statistics, Set<Condition> needed) {
        needed.add(new Exists(new OfTable(statistics.table())));
        statistics.keys().stream()
                .flatMap(key -> key.column().stream())
                .forEach(column -> needed.add(new Exists(new OfColumn(statistics.table(), column))));
        addWithColumns(new OfStatistics(statistics.name()), other.statistics().contains(statistics), needed);
    }

    private void addType(Type type, Set<Condition> needed) {
        ObjectId id = types.get(TypeFamily.element(type).sql());
        if (id != null) {
            needed.add(new Exists(id));
        }
    }

    private void addSequence(Sequence sequence, Set<Condition> needed) {
        needed.add(new HasSequence(sequence.name()));
        Sequence.Owner owner = sequence.ownedBy();
        if (owner != null) {
            addColumnName(owner.table(), owner.column(), needed);
        }
    }

    private void addObject(AuxiliaryObject object, Set<Condition> needed) {
        addWithColumns(new OfObject(object.identity()), other.auxiliaryObjects().contains(object), needed);
        for (int on = object.identity().indexOf(ON);
                on >= 0;
                on = object.identity().indexOf(ON, on + 1)) {
            QualifiedName table = tables.get(object.identity().substring(on + ON.length()));
            if (table != null) {
                needed.add(new Exists(new OfTable(table)));
            }
        }
    }

    /** @param comesBack whether it is as it was, so that it is known what it needs though the new schema may not say so */
    private void addWithColumns(ObjectId id, boolean comesBack, Set<Condition> needed) {
        Set<ObjectId> ids = new LinkedHashSet<>(schema.dependencies().neededBy(id));
        if (comesBack) {
            ids.addAll(other.dependencies().neededBy(id));
        }
        for (ObjectId each : ids) {
            needed.add(new Exists(each));
            if (each instanceof OfColumn) {
                needed.add(new IsChanged(each));
            }
        }
    }

    private void addDependencies(ObjectId object, Set<Condition> needed) {
        for (ObjectId other : schema.dependencies().neededBy(object)) {
            needed.add(new Exists(other));
        }
    }

    private static void addCommented(Commented target, Set<Condition> needed) {
        if (target instanceof Commented.OnTable on) {
            needed.add(new Exists(new OfTable(on.table())));
        } else if (target instanceof Commented.OnColumn on) {
            addColumnName(on.table(), on.column(), needed);
        } else if (target instanceof Commented.OnIndex on) {
            needed.add(new Exists(new OfIndex(on.index())));
        } else if (target instanceof Commented.OnConstraint on) {
            needed.add(new Exists(new OfTable(on.table())));
            needed.add(new Exists(new OfConstraint(on.table(), on.constraint())));
        } else if (target instanceof Commented.OnSequence on) {
            needed.add(new HasSequence(on.sequence()));
        } else if (target instanceof Commented.OnStatistics on) {
            needed.add(new Exists(new OfStatistics(on.statistics())));
        } else if (target instanceof Commented.OnType on) {
            needed.add(new Exists(new OfType(on.type())));
        }
    }
}

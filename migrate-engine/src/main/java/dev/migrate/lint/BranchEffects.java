package dev.migrate.lint;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.lint.Effect.Target;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.AlterColumns;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.DropNotNull;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.DataOperation;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.DefinitionOperation;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.EnumOperation;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.IndexOperation;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.StatisticsOperation;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.StatisticsOperation.SetStatisticsTarget;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Statistics;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operations do to the objects of a database, beside what they do to those that they make themselves. */
record BranchEffects(BiConsumer<Target, Effect> effects) {

    private static final Effect ADDS = Effect.making("adds it");
    private static final Effect DROPS = Effect.removing("drops it");
    private static final Effect ALTERS = Effect.changing("changes it");
    private static final Effect REPLACES_VALUES = Effect.removing("replaces it with other values");

    private static final String IDENTITY = "changes its identity";
    private static final String FORMULA = "changes its formula";

    /** How values are stored and what is said of them is nobody's concern. */
    private static final Map<Class<? extends ColumnChange>, String> CHANGES = Map.of(
            ColumnChange.SetType.class, "changes its type",
            ColumnChange.SetDefault.class, "changes its default",
            ColumnChange.SetNullable.class, "changes whether it may be NULL",
            ColumnChange.AddIdentity.class, IDENTITY,
            ColumnChange.SetIdentity.class, IDENTITY,
            ColumnChange.DropIdentity.class, IDENTITY,
            ColumnChange.SetExpression.class, FORMULA,
            ColumnChange.DropExpression.class, FORMULA);

    void of(Operation operation) {
        if (operation instanceof TableOperation table) {
            table(table);
        } else if (operation instanceof ColumnOperation column) {
            relation(column.table(), Effect.NEED);
            column(column);
        } else if (operation instanceof ConstraintOperation constraint) {
            relation(constraint.table(), Effect.NEED);
            constraint(constraint.table(), constraint);
        } else if (operation instanceof IndexOperation index) {
            index(index);
        } else if (operation instanceof SequenceOperation sequence) {
            sequence(sequence);
        } else if (operation instanceof StatisticsOperation statistics) {
            statistics(statistics);
        } else if (operation instanceof EnumOperation type) {
            type(type);
        } else if (operation instanceof DefinitionOperation definition) {
            definition(definition);
        } else if (operation instanceof DropByName drop) {
            drop(drop);
        } else if (operation instanceof DataOperation data) {
            rows(data);
        }
    }

    private void relation(QualifiedName name, Effect effect) {
        effects.accept(Target.relation(name), effect);
    }

    private void column(QualifiedName table, String column, Effect effect) {
        effects.accept(Target.column(table, column), effect);
    }

    private void constraint(QualifiedName table, String name, Effect effect) {
        effects.accept(Target.constraint(table, name), effect);
    }

    private void rename(Target from, Target to, String newName) {
        effects.accept(from, Effect.removing("renames it to " + newName));
        effects.accept(to, Effect.making("gives another one this name"));
    }

    private void table(TableOperation operation) {
        if (operation instanceof CreateTable create) {
            relation(create.table().name(), ADDS);
            create.table().columns().forEach(this::type);
            create.table().constraintsOf(ForeignKey.class).forEach(this::reference);
        } else if (operation instanceof DropTable drop) {
            relation(drop.table().name(), DROPS);
        } else if (operation instanceof RenameTable rename) {
            renameRelation(rename.table(), rename.newName());
        } else if (operation instanceof SetTableSchema move) {
            moveRelation(move.table(), move.schema());
        } else if (operation instanceof AttachPartition attach) {
            relation(attach.table(), Effect.NEED);
            relation(attach.partition(), Effect.NEED);
        }
    }

    private void renameRelation(QualifiedName name, String newName) {
        rename(Target.relation(name), Target.relation(name.sibling(newName)), newName);
    }

    private void moveRelation(QualifiedName name, @Nullable String schema) {
        QualifiedName moved = name.inSchema(schema);
        rename(Target.relation(name), Target.relation(moved), moved.toString());
    }

    private void column(ColumnOperation operation) {
        QualifiedName table = operation.table();
        if (operation instanceof AddColumn add) {
            column(table, add.column().name(), ADDS);
            type(add.column());
            Optional.ofNullable(add.reference()).ifPresent(this::reference);
        } else if (operation instanceof DropColumn drop) {
            column(table, drop.column().name(), DROPS);
        } else if (operation instanceof DropColumnByName drop) {
            column(table, drop.column(), DROPS);
        } else if (operation instanceof RenameColumn rename) {
            renameColumn(table, rename.column(), rename.newName());
        } else if (operation instanceof ChangeColumn change) {
            change.changes().forEach(one -> change(table, change.from().name(), one));
            type(change.to());
        } else if (operation instanceof AlterColumn alter) {
            alter.changes().forEach(one -> change(table, alter.column(), one));
        } else if (operation instanceof AlterColumns alter) {
            alter.each().forEach(this::column);
        }
    }

    private void renameColumn(QualifiedName table, String column, String newName) {
        rename(Target.column(table, column), Target.column(table, newName), newName);
    }

    private void change(QualifiedName table, String column, ColumnChange change) {
        if (change instanceof ColumnChange.Rename rename) {
            renameColumn(table, column, rename.newName());
        } else if (CHANGES.containsKey(change.getClass())) {
            column(table, column, Effect.changing(CHANGES.get(change.getClass())));
        }
    }

    /** Any type: only those that somebody takes away count. */
    private void type(Column column) {
        effects.accept(
                Target.type(SqlIdentifiers.readQualified(column.type().sql().replace("[]", ""))), Effect.NEED);
    }

    private void constraint(QualifiedName table, ConstraintOperation operation) {
        if (operation instanceof AddConstraint add) {
            named(table, add.constraint(), ADDS);
            add.constraint().columns().forEach(column -> column(table, column, Effect.NEED));
            if (add.constraint() instanceof ForeignKey key) {
                reference(key);
            }
        } else if (operation instanceof DropConstraint drop) {
            named(table, drop.constraint(), DROPS);
        } else if (operation instanceof DropConstraintByName drop) {
            constraint(table, drop.constraint(), DROPS);
        } else if (operation instanceof RenameConstraint rename) {
            rename(
                    Target.constraint(table, rename.constraint()),
                    Target.constraint(table, rename.newName()),
                    rename.newName());
        } else if (operation instanceof AddConstraintUsingIndex add) {
            constraint(table, add.constraint(), ADDS);
        } else if (operation instanceof AddNotNull add) {
            constraint(table, add.constraint(), ADDS);
        } else if (operation instanceof DropNotNull drop) {
            constraint(table, drop.constraint(), DROPS);
        }
    }

    private void named(QualifiedName table, Constraint constraint, Effect effect) {
        if (constraint.name() != null) {
            constraint(table, constraint.name(), effect);
        }
    }

    private void reference(ForeignKey key) {
        relation(key.target(), Effect.NEED);
        key.targetColumns().forEach(column -> column(key.target(), column, Effect.NEED));
    }

    private void index(IndexOperation operation) {
        if (operation instanceof CreateIndex create) {
            Index index = create.index();
            relation(index.table(), Effect.NEED);
            relation(index.qualifiedName(), ADDS);
            Stream.concat(index.keys().stream().flatMap(key -> key.column().stream()), index.include().stream())
                    .forEach(column -> column(index.table(), column, Effect.NEED));
        } else if (operation instanceof DropIndex drop) {
            relation(drop.index().qualifiedName(), DROPS);
        } else if (operation instanceof DropIndexByName drop) {
            relation(drop.index(), DROPS);
        } else if (operation instanceof RenameIndex rename) {
            renameRelation(rename.index(), rename.newName());
        }
    }

    private void sequence(SequenceOperation operation) {
        if (operation instanceof CreateSequence create) {
            relation(create.sequence().name(), ADDS);
        } else if (operation instanceof DropSequence drop) {
            relation(drop.sequence().name(), DROPS);
        } else if (operation instanceof RenameSequence rename) {
            renameRelation(rename.sequence(), rename.newName());
        } else if (operation instanceof SetSequenceSchema move) {
            moveRelation(move.sequence(), move.schema());
        } else if (operation instanceof ChangeSequence change) {
            relation(change.from().name(), ALTERS);
        } else if (operation instanceof AlterSequence alter) {
            relation(alter.sequence(), ALTERS);
        }
    }

    private void statistics(StatisticsOperation operation) {
        if (operation instanceof CreateStatistics create) {
            Statistics statistics = create.statistics();
            relation(statistics.table(), Effect.NEED);
            statistics.keys().stream()
                    .flatMap(key -> key.column().stream())
                    .forEach(column -> column(statistics.table(), column, Effect.NEED));
            effects.accept(Target.statistics(statistics.name()), ADDS);
        } else if (operation instanceof DropStatistics drop) {
            effects.accept(Target.statistics(drop.statistics().name()), DROPS);
        } else if (operation instanceof SetStatisticsTarget set) {
            effects.accept(Target.statistics(set.statistics()), ALTERS);
        }
    }

    private void type(EnumOperation operation) {
        if (operation instanceof CreateEnum create) {
            effects.accept(Target.type(create.type().name()), ADDS);
        } else if (operation instanceof DropEnum drop) {
            effects.accept(Target.type(drop.type().name()), DROPS);
        } else if (operation instanceof AddEnumValue add) {
            addValue(add.type(), add.value());
        } else if (operation instanceof RenameEnumValue rename) {
            effects.accept(Target.type(rename.type()), Effect.NEED);
            rename(value(rename.type(), rename.value()), value(rename.type(), rename.newValue()), rename.newValue());
        } else if (operation instanceof ChangeEnum change) {
            change(change);
        } else if (operation instanceof ChangeMeanings change) {
            relation(change.table(), Effect.NEED);
            column(change.table(), change.column(), ALTERS);
        } else if (operation instanceof RenameConstant rename) {
            relation(rename.table(), Effect.NEED);
            column(rename.table(), rename.column(), Effect.NEED);
        }
    }

    /** A type that is replaced loses the values, and the columns, that whoever wrote it didn't know of. */
    private void change(ChangeEnum change) {
        if (change.onlyAdds()) {
            change.to().values().stream()
                    .filter(value -> !change.from().values().contains(value))
                    .forEach(value -> addValue(change.from().name(), value));
        } else {
            effects.accept(Target.type(change.from().name()), REPLACES_VALUES);
        }
    }

    private void addValue(QualifiedName type, String value) {
        effects.accept(Target.type(type), Effect.NEED);
        effects.accept(value(type, value), ADDS);
    }

    private static Target value(QualifiedName type, String value) {
        return new Target("the value", Target.type(type).name() + ".'" + value + "'");
    }

    private void definition(DefinitionOperation operation) {
        if (operation instanceof CreateObject create) {
            object(create.object().reference(), ADDS);
        } else if (operation instanceof DropObject drop) {
            object(drop.object().reference(), DROPS);
        } else if (operation instanceof ReplaceObject replace) {
            object(replace.to().reference(), ALTERS);
        } else if (operation instanceof CreateOrReplaceObject replace) {
            object(replace.object().reference(), ALTERS);
        } else if (operation instanceof DropObjectByReference drop) {
            object(drop.reference(), DROPS);
        }
    }

    private void object(ObjectReference reference, Effect effect) {
        if (reference instanceof ObjectReference.OfTablePart part) {
            relation(part.table(), Effect.NEED);
        }
        effects.accept(Target.of(reference), effect);
    }

    private void drop(DropByName drop) {
        switch (drop.kind()) {
            case TABLE, SEQUENCE -> relation(drop.name(), DROPS);
            case STATISTICS -> effects.accept(Target.statistics(drop.name()), DROPS);
            case TYPE, DOMAIN -> effects.accept(Target.type(drop.name()), DROPS);
            default -> {}
        }
    }

    private void rows(DataOperation data) {
        if (data instanceof Update update) {
            relation(update.table(), Effect.NEED);
            update.assignments().forEach(one -> column(update.table(), one.column(), Effect.NEED));
        } else if (data instanceof Backfill backfill) {
            relation(backfill.table(), Effect.NEED);
            backfill.assignments().forEach(one -> column(backfill.table(), one.column(), Effect.NEED));
        } else if (data instanceof BulkInsert insert) {
            relation(insert.table(), Effect.NEED);
            insert.columns().forEach(column -> column(insert.table(), column, Effect.NEED));
        }
    }
}

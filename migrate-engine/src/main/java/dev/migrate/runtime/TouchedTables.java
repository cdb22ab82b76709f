package dev.migrate.runtime;

import dev.migrate.operation.ColumnOperation;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ConstraintOperation;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
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
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.IndexOperation;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation;
import dev.migrate.operation.StatisticsOperation;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectReference;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables whose rows operations read, write or lock against writers. An operation that isn't known to this class, or
 * whose SQL only PostgreSQL understands, makes them unknown.
 *
 * @param relations tables, or indexes of them
 * @param detached those of which foreign keys may go: the tables that these refer to are locked, too
 */
public record TouchedTables(Set<QualifiedName> relations, Set<QualifiedName> detached) {

    /** Those of all operations; empty if one of them doesn't say. */
    static Optional<TouchedTables> of(List<Operation> operations) {
        TouchedTables touched = new TouchedTables(new TreeSet<>(), new TreeSet<>());
        return operations.stream().allMatch(touched::add) ? Optional.of(touched) : Optional.empty();
    }

    /** Whether it is known which ones the operation touches. */
    private boolean add(Operation operation) {
        if (operation instanceof ColumnOperation column) {
            return column(column);
        } else if (operation instanceof ConstraintOperation constraint) {
            return constraint(constraint);
        } else if (operation instanceof TableOperation table) {
            return table(table);
        } else if (operation instanceof IndexOperation index) {
            return index(index);
        } else if (operation instanceof StatisticsOperation statistics) {
            return statistics(statistics);
        } else if (operation instanceof EnumOperation type) {
            return type(type);
        } else if (operation instanceof DefinitionOperation definition) {
            return definition(definition);
        } else if (operation instanceof ObjectOperation object) {
            return object(object);
        } else if (operation instanceof DataOperation data) {
            return data(data);
        }
        return operation instanceof SequenceOperation;
    }

    private boolean touch(QualifiedName relation) {
        relations.add(relation);
        return true;
    }

    private boolean detach(QualifiedName table) {
        detached.add(table);
        return touch(table);
    }

    private boolean column(ColumnOperation operation) {
        if (operation instanceof AddColumn add && add.reference() != null) {
            touch(add.reference().target());
        }
        // A column that is dropped takes its foreign keys along.
        return detach(operation.table()) && !(operation instanceof DropColumnByName drop && drop.cascade());
    }

    private boolean constraint(ConstraintOperation operation) {
        if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key) {
            touch(key.target());
        }
        if (operation instanceof DropConstraintByName drop) {
            return detach(operation.table()) && !drop.cascade();
        }
        return operation instanceof DropConstraint ? detach(operation.table()) : touch(operation.table());
    }

    private boolean table(TableOperation operation) {
        if (operation instanceof CreateTable create) {
            Table table = create.table();
            table.constraintsOf(ForeignKey.class).forEach(key -> touch(key.target()));
            table.inherits().forEach(this::touch);
            Optional.ofNullable(table.partitionOf()).ifPresent(partition -> touch(partition.parent()));
            return touch(table.name());
        } else if (operation instanceof DropTable drop) {
            return detach(drop.table().name());
        } else if (operation instanceof TableRenaming rename) {
            return touch(rename.table());
        } else if (operation instanceof SetRowSecurity set) {
            return touch(set.table());
        } else if (operation instanceof AttachPartition attach) {
            return touch(attach.table()) && touch(attach.partition());
        } else if (operation instanceof DetachPartition detach) {
            return detach(detach.table()) && detach(detach.partition());
        } else if (operation instanceof DetachPartitionByName detach) {
            return detach(detach.table()) && detach(detach.partition());
        }
        return false;
    }

    private boolean index(IndexOperation operation) {
        if (operation instanceof CreateIndex create) {
            return touch(create.index().table());
        } else if (operation instanceof DropIndex drop) {
            return touch(drop.index().qualifiedName());
        } else if (operation instanceof DropIndexByName drop) {
            return touch(drop.index()) && !drop.cascade();
        }
        return operation instanceof RenameIndex;
    }

    private boolean statistics(StatisticsOperation operation) {
        if (operation instanceof CreateStatistics create) {
            return touch(create.statistics().table());
        }
        return !(operation instanceof DropStatistics drop)
                || touch(drop.statistics().table());
    }

    private boolean type(EnumOperation operation) {
        if (operation instanceof ChangeEnum change) {
            if (change.onlyAdds()) {
                return true;
            }
            change.uses().forEach(use -> touch(use.table()));
            return change.rebuilt().stream().allMatch(rebuilt -> add(rebuilt) && add(rebuilt.inverse()));
        } else if (operation instanceof ChangeMeanings change) {
            return touch(change.table());
        } else if (operation instanceof RenameConstant rename) {
            return touch(rename.table());
        }
        return true;
    }

    private boolean definition(DefinitionOperation operation) {
        if (operation instanceof CreateObject create) {
            return object(create.object());
        } else if (operation instanceof CreateOrReplaceObject replace) {
            return object(replace.object());
        } else if (operation instanceof ReplaceObject replace) {
            return object(replace.from()) && object(replace.to());
        } else if (operation instanceof DropObject drop) {
            return reference(drop.object().reference());
        }
        return operation instanceof DropObjectByReference drop && reference(drop.reference()) && !drop.cascade();
    }

    /** A materialized view reads whatever its query names. */
    private boolean object(DatabaseObject object) {
        return reference(object.reference()) && !(object instanceof DatabaseObject.MaterializedView);
    }

    /** A trigger or a policy locks its table. */
    private boolean reference(ObjectReference reference) {
        return !(reference instanceof ObjectReference.OfTablePart part) || touch(part.table());
    }

    private boolean object(ObjectOperation operation) {
        if (operation instanceof DropByName drop) {
            // Statistics lock their table, and don't say which.
            return (drop.kind() != Kind.TABLE || detach(drop.name()))
                    && drop.kind() != Kind.STATISTICS
                    && !drop.cascade();
        }
        return operation instanceof CommentOn
                || operation instanceof SetComment
                || operation instanceof CreateSchema
                || operation instanceof DropSchema
                || operation instanceof CreateExtension
                || operation instanceof CreateDomain;
    }

    private boolean data(DataOperation operation) {
        if (operation instanceof Update update) {
            return touch(update.table());
        } else if (operation instanceof Backfill backfill) {
            return touch(backfill.table());
        }
        return !(operation instanceof BulkInsert);
    }
}

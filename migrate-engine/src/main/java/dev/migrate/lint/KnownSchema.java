package dev.migrate.lint;

import dev.migrate.ddl.SqlIdentifiers;
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
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.IndexOperation;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Column;
import dev.migrate.schema.DatabaseObject.MaterializedView;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The tables as the operations of a history make them, without a database: enough to tell whether a table is in use,
 * what type a column has and what is indexed.
 */
final class KnownSchema {

    private static final String DEFAULT_SCHEMA = "public";

    private final Map<QualifiedName, KnownTable> tables = new TreeMap<>();
    private final Map<QualifiedName, KnownDomain> domains = new TreeMap<>();

    /** The sequences and enum types that the revisions which are looked at create. */
    private final Set<QualifiedName> unused = new TreeSet<>();

    /** The table; one that nobody has told of is in use, for all that is known. */
    KnownTable table(QualifiedName name) {
        return tables.computeIfAbsent(key(name), any -> new KnownTable(false, false));
    }

    /** The domain that a type is; empty if it is none, or if nobody has told of it. */
    Optional<KnownDomain> domain(Type type) {
        return Optional.ofNullable(domains.get(key(SqlIdentifiers.readQualified(type.sql()))));
    }

    /** Whether nobody uses a sequence or an enum type yet. */
    boolean isUnused(QualifiedName object) {
        return unused.contains(key(object));
    }

    /** A sequence or an enum type. */
    void create(QualifiedName object, boolean inRange) {
        if (inRange) {
            unused.add(key(object));
        }
    }

    void create(QualifiedName domain, KnownDomain known) {
        domains.put(key(domain), known);
    }

    /** The table that has this index. */
    Optional<KnownTable> tableOfIndex(String index) {
        return tables.values().stream()
                .filter(table -> table.hasIndexNamed(index))
                .findFirst();
    }

    void renameIndex(String index, String newName) {
        tableOfIndex(index).ifPresent(table -> table.renameIndex(index, newName));
    }

    static QualifiedName key(QualifiedName name) {
        return Objects.equals(name.schema(), DEFAULT_SCHEMA) ? name.inSchema(null) : name;
    }

    /**
     * Does what an operation does.
     *
     * @param inRange whether it belongs to the revisions that are looked at
     */
    void apply(Operation operation, boolean inRange) {
        if (operation instanceof TableOperation table) {
            applyTo(table, inRange);
        } else if (operation instanceof ColumnOperation column) {
            applyTo(table(column.table()), column, inRange);
        } else if (operation instanceof ConstraintOperation constraint) {
            applyTo(table(constraint.table()), constraint);
        } else if (operation instanceof IndexOperation index) {
            applyTo(index);
        } else if (operation instanceof CreateObject create && create.object() instanceof MaterializedView view) {
            create(view.name(), false, inRange, false);
        } else if (operation instanceof CreateSequence create) {
            create(create.sequence().name(), inRange);
        } else if (operation instanceof CreateEnum create) {
            create(create.type().name(), inRange);
        } else if (operation instanceof CreateDomain create) {
            create(create.domain().name(), KnownDomain.of(create.domain()));
        } else if (operation instanceof ChangeDomain change) {
            create(change.to().name(), KnownDomain.of(change.to()));
        } else if (operation instanceof AlterDomain alter) {
            alter.changes()
                    .forEach(change -> domains.computeIfPresent(key(alter.domain()), (name, one) -> one.with(change)));
        } else if (operation instanceof DropByName drop && drop.kind() == Kind.TABLE) {
            tables.remove(key(drop.name()));
        }
    }

    private void applyTo(TableOperation operation, boolean inRange) {
        if (operation instanceof CreateTable create) {
            create.table().inherits().forEach(parent -> table(parent).inherited());
            add(create.table().name(), create.table().onlyIfMissing(), KnownTable.of(create.table(), inRange));
        } else if (operation instanceof DropTable drop) {
            tables.remove(key(drop.table().name()));
        } else if (operation instanceof TableRenaming rename) {
            rename(rename.table(), rename.renamed());
        }
    }

    /** A table that raw SQL makes, or what is filled and indexed like one. */
    void create(QualifiedName table, boolean onlyIfMissing, boolean inRange, boolean isPartitioned) {
        add(table, onlyIfMissing, new KnownTable(inRange, isPartitioned));
    }

    private void add(QualifiedName name, boolean onlyIfMissing, KnownTable table) {
        if (!onlyIfMissing || !tables.containsKey(key(name))) {
            tables.put(key(name), table);
        }
    }

    void drop(QualifiedName table) {
        tables.remove(key(table));
    }

    void rename(QualifiedName table, QualifiedName newName) {
        KnownTable known = table(table);
        tables.remove(key(table));
        tables.put(key(newName), known);
    }

    private static void applyTo(KnownTable table, ColumnOperation operation, boolean inRange) {
        if (operation instanceof AddColumn add) {
            table.add(add.column(), inRange);
        } else if (operation instanceof DropColumn drop) {
            table.drop(drop.column().name());
        } else if (operation instanceof DropColumnByName drop) {
            table.drop(drop.column());
        } else if (operation instanceof RenameColumn rename) {
            table.rename(rename.column(), rename.newName());
        } else if (operation instanceof ChangeColumn change) {
            table.change(change.to());
        } else if (operation instanceof AlterColumn alter) {
            alter.changes().forEach(change -> applyTo(table, alter.column(), change));
        } else if (operation instanceof AlterColumns alter) {
            alter.each().forEach(each -> applyTo(table, each, inRange));
        }
    }

    private static void applyTo(KnownTable table, String name, ColumnChange change) {
        Consumer<Column> store = table::change;
        Optional<Column> known = table.column(name);
        if (change instanceof ColumnChange.SetType type) {
            known.map(column -> column.type(type.type()).collation(type.collation()))
                    .ifPresent(store);
        } else if (change instanceof ColumnChange.SetNullable nullable) {
            table.setNullable(name, nullable.nullable());
        } else if (change instanceof ColumnChange.Rename rename) {
            table.rename(name, rename.newName());
        }
    }

    private static void applyTo(KnownTable table, ConstraintOperation operation) {
        if (operation instanceof AddConstraint add) {
            table.add(add.constraint());
        } else if (operation instanceof AddConstraintUsingIndex add) {
            table.use(add);
        } else if (operation instanceof AddNotNull add) {
            table.addNotNull(add.constraint(), add.column(), add.valid());
        } else if (operation instanceof ValidateConstraint validate) {
            table.validate(validate.constraint());
        } else if (operation instanceof RenameConstraint rename) {
            table.renameConstraint(rename.constraint(), rename.newName());
        } else if (operation instanceof DropNotNull drop) {
            table.dropConstraint(drop.constraint());
        } else if (operation instanceof DropConstraintByName drop) {
            table.dropConstraint(drop.constraint());
        } else if (operation instanceof DropConstraint drop && drop.constraint().name() != null) {
            table.dropConstraint(drop.constraint().name());
        }
    }

    private void applyTo(IndexOperation operation) {
        if (operation instanceof CreateIndex create) {
            table(create.index().table()).add(create.index());
        } else if (operation instanceof DropIndex drop) {
            table(drop.index().table()).dropIndex(drop.index().name());
        } else if (operation instanceof DropIndexByName drop) {
            tableOfIndex(drop.index().name())
                    .ifPresent(table -> table.dropIndex(drop.index().name()));
        } else if (operation instanceof RenameIndex rename) {
            renameIndex(rename.index().name(), rename.newName());
        }
    }
}

package dev.migrate.autogen.diff.renaming;

import dev.migrate.MigrateException;
import dev.migrate.autogen.ConventionalNames;
import dev.migrate.autogen.diff.dependency.Descendants;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The renames that somebody asked for, and what the schema looks like after them. {@code users:accounts} renames a
 * table or a sequence, {@code users.name:full_name} a column, {@code mood.sad:unhappy} a value of an enum type; they are
 * applied in the order given, and a column's table is called what it is called by then or, if no other table has that name
 * meanwhile, what it was called before. Only what has a name that another one gets is renamed before that one, and two may
 * change places. A sequence that is called after its table follows it if it is wanted under the new name: another one in
 * its place would count from 1 again. {@code users:crm.users} moves a table or a sequence to another schema.
 */
public final class Renames {

    private final List<Reversible> operations = new ArrayList<>();
    private final CarriedObjects carried = new CarriedObjects();
    private final String defaultSchema;
    private final List<String> waiting = new ArrayList<>();
    private final Schema wanted;
    private final WantedNames wantedNames;
    private Schema schema;

    private Renames(Schema schema, Schema wanted, String defaultSchema) {
        this.schema = schema;
        this.wanted = wanted;
        this.wantedNames = new WantedNames(wanted);
        this.defaultSchema = defaultSchema;
    }

    /**
     * @param renames as {@code -Dmigrate.rename} takes them
     * @param wanted what the schema is to become: a column that has the name of another one's successor gives way to it
     * @throws MigrateException if one names nothing that exists, or its new name is taken or not wanted
     */
    public static Renames of(List<String> renames, Schema from, Schema wanted, String defaultSchema) {
        Renames result = new Renames(from, wanted, defaultSchema);
        result.waiting.addAll(renames);
        while (!result.waiting.isEmpty()) {
            result.apply(result.waiting.remove(0));
        }
        result.wantedNames.require(result.operations);
        return result;
    }

    public List<Reversible> operations() {
        return List.copyOf(operations);
    }

    /** The triggers, views and the like that go by other names, or are printed with them. */
    public CarriedObjects carried() {
        return carried;
    }

    /** The schema with everything renamed. */
    public Schema schema() {
        return schema;
    }

    private void apply(String rename) {
        Optional<Renamed> found = find(rename);
        if (found.isEmpty()) {
            requireNoPart(rename);
            throw new MigrateException(
                    "The rename '" + rename + "' names neither a table, nor a sequence, nor a column, nor a"
                            + " value of an enum type that the database has. Write the name that is in the database before the colon.");
        }
        Optional<QualifiedName> target = inAnotherSchema(found.get(), rename.substring(rename.lastIndexOf(':') + 1));
        if (target.isPresent()) {
            move(found.get(), target.get());
        } else {
            apply(found.get());
        }
    }

    /** @throws MigrateException if it is a constraint or an index, which needs no rename */
    private void requireNoPart(String rename) {
        String path = rename.substring(0, rename.lastIndexOf(':'));
        String part = SqlIdentifiers.unquote(path.substring(path.lastIndexOf('.') + 1));
        for (Table table : schema.tables()) {
            boolean isConstraint = table.constraints().stream().anyMatch(each -> part.equals(each.name()));
            if (isConstraint || table.indexes().stream().anyMatch(each -> part.equals(each.name()))) {
                throw new MigrateException(
                        "The rename '" + rename + "' names " + (isConstraint ? "a constraint" : "an index")
                                + " of " + table.name()
                                + ". Leave it out: what differs only in its name is renamed without being"
                                + " asked, and what differs in its definition has to be made anew.");
            }
        }
    }

    /** What a table or sequence is to be called in another schema than its own; empty if it stays there. */
    private Optional<QualifiedName> inAnotherSchema(Renamed rename, String newName) {
        if (!rename.isRelation()) {
            return Optional.empty();
        }
        return qualified(newName)
                .filter(target ->
                        !Objects.equals(target.schema(), rename.owner().schema()))
                .filter(target -> has(wanted, rename.kind(), target))
                .filter(target -> newName.contains(".")
                        || !has(wanted, rename.kind(), rename.owner().sibling(target.name())));
    }

    private static boolean has(Schema schema, Renamed.Kind kind, QualifiedName name) {
        return kind == Renamed.Kind.TABLE ? schema.table(name).isPresent() : has(schema, name);
    }

    private void move(Renamed rename, QualifiedName target) {
        QualifiedName moved = rename.owner().inSchema(target.schema());
        if (has(schema, rename.kind(), moved)) {
            String kind = rename.kind() == Renamed.Kind.TABLE ? "table" : "sequence";
            throw new MigrateException("The " + kind + " " + rename.owner() + " cannot be moved to " + moved
                    + ": the database has a " + kind + " of that name already");
        }
        if (rename.kind() == Renamed.Kind.TABLE) {
            moveTable(rename.owner(), moved, target);
        } else {
            moveSequence(rename.owner(), moved);
        }
        if (!moved.equals(target)) {
            apply(new Renamed(rename.kind(), moved, moved.name(), target.name()));
        }
    }

    /** @param target what the table is called in the end */
    private void moveTable(QualifiedName table, QualifiedName moved, QualifiedName target) {
        operations.add(new SetTableSchema(table, moved.schema()));
        follow(
                ObjectRenaming.ofTable(Naming.moveTable(schema, table, moved), table, moved),
                object -> ObjectRenaming.identity(object, table, moved));
        schema.sequences().stream()
                .filter(sequence -> isCalledAfter(sequence, table))
                .map(Sequence::name)
                .filter(sequence ->
                        !isAsked(sequence) && !has(wanted, sequence) && !has(schema, sequence.inSchema(moved.schema())))
                .filter(sequence -> has(wanted, target.sibling(calledAfter(target, sequence, table))))
                .forEach(sequence -> moveSequence(sequence, sequence.inSchema(moved.schema())));
    }

    private void moveSequence(QualifiedName sequence, QualifiedName moved) {
        operations.add(new SetSequenceSchema(sequence, moved.schema()));
        follow(new SequenceRenaming(sequence, moved).applyTo(schema));
    }

    /** What a rename is about; empty if that isn't there, or not yet. */
    private Optional<Renamed> find(String rename) {
        int colon = rename.lastIndexOf(':');
        if (colon <= 0 || colon == rename.length() - 1) {
            throw new MigrateException("The rename '" + rename
                    + "' has no old and new name; expected table:new_name or table.column:new_name");
        }
        String path = rename.substring(0, colon);
        String newName = SqlIdentifiers.unquote(rename.substring(colon + 1));
        Optional<QualifiedName> table =
                qualified(path).filter(name -> schema.table(name).isPresent());
        if (table.isPresent()) {
            return table.map(name -> new Renamed(Renamed.Kind.TABLE, name, name.name(), beside(name, newName)));
        }
        Optional<QualifiedName> sequence = qualified(path).filter(name -> has(schema, name));
        if (sequence.isPresent()) {
            return sequence.map(name -> new Renamed(Renamed.Kind.SEQUENCE, name, name.name(), beside(name, newName)));
        }
        int dot = path.lastIndexOf('.');
        Optional<QualifiedName> owner =
                dot < 0 ? Optional.empty() : qualified(path.substring(0, dot)).map(this::present);
        String member = SqlIdentifiers.unquote(path.substring(dot + 1));
        if (owner.flatMap(schema::table).flatMap(t -> t.column(member)).isPresent()) {
            return owner.map(name -> new Renamed(Renamed.Kind.COLUMN, name, member, newName));
        }
        return owner.flatMap(this::enumType)
                .filter(type -> type.values().contains(member))
                .map(type -> new Renamed(Renamed.Kind.VALUE, type.name(), member, newName));
    }

    /** The new name without the schema, which may be written out as it is in the old one. */
    private String beside(QualifiedName name, String newName) {
        String prefix = Objects.requireNonNullElse(name.schema(), defaultSchema) + ".";
        return newName.startsWith(prefix) ? newName.substring(prefix.length()) : newName;
    }

    /** What a table that has been renamed is called by now; any other name as it is. */
    private QualifiedName present(QualifiedName name) {
        QualifiedName present = name;
        for (Reversible operation : operations) {
            if (operation instanceof TableRenaming table
                    && table.table().equals(present)
                    && schema.table(present).isEmpty()) {
                present = table.renamed();
            }
        }
        return present;
    }

    /** What has the new name gives it up first, if it is to be renamed as well: by a third name if they change places. */
    private void apply(Renamed rename) {
        Optional<String> holder = waiting.stream()
                .filter(other -> find(other).filter(rename::waitsFor).isPresent())
                .findFirst();
        if (holder.isEmpty()) {
            renameAsAsked(rename);
            return;
        }
        boolean isCircle = isCircle(rename);
        Renamed aside = isCircle ? rename.to(freeName(rename)) : rename;
        if (isCircle) {
            rename(aside);
        }
        waiting.remove(holder.get());
        apply(holder.get());
        renameAsAsked(isCircle ? aside.onwards(rename.newName()) : rename);
    }

    private void renameAsAsked(Renamed rename) {
        rename(rename);
        wantedNames.ask(rename, operations.size() - 1);
    }

    private boolean isCircle(Renamed start) {
        Optional<Renamed> next = Optional.of(start);
        for (int i = 0; i <= waiting.size() && next.isPresent(); i++) {
            Renamed waitsFor = next.get();
            next = waiting.stream()
                    .map(this::find)
                    .flatMap(Optional::stream)
                    .filter(waitsFor::waitsFor)
                    .findFirst();
            if (next.filter(other -> other.waitsFor(start)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private String freeName(Renamed rename) {
        return freeName("renamed_", rename);
    }

    private String freeName(String prefix, Renamed rename) {
        String name = prefix + rename.newName();
        while (rename.to(Identifiers.truncate(name)).isTaken(schema)) {
            name = prefix + name;
        }
        return Identifiers.truncate(name);
    }

    private void rename(Renamed rename) {
        switch (rename.kind()) {
            case TABLE -> renameTable(rename.owner(), rename.newName());
            case SEQUENCE -> renameSequence(rename);
            case COLUMN -> {
                if (rename.isTaken(schema)) {
                    giveWay(rename);
                }
                renameColumn(rename.owner(), rename.name(), rename.newName());
            }
            case VALUE -> renameValue(enumType(rename.owner()).orElseThrow(), rename.name(), rename.newName());
        }
    }

    private Optional<QualifiedName> qualified(String text) {
        try {
            QualifiedName name = QualifiedName.parse(text);
            return Optional.of(defaultSchema.equals(name.schema()) ? name.inSchema(null) : name);
        } catch (IllegalArgumentException tooManyParts) {
            // schema.table.column is no table; its first two parts are.
            return Optional.empty();
        }
    }

    private Optional<EnumType> enumType(QualifiedName name) {
        return schema.enums().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    private void renameTable(QualifiedName table, String newName) {
        QualifiedName target = table.sibling(newName);
        if (schema.table(target).isPresent()) {
            throw new MigrateException("The table " + table + " cannot be renamed to " + target
                    + ": the database has a table of that name already");
        }
        operations.add(new RenameTable(table, newName));
        follow(
                ObjectRenaming.ofTable(
                        Naming.renameTables(schema, name -> name.equals(table) ? target : name), table, target),
                object -> ObjectRenaming.identity(object, table, target));
        schema.sequences().stream()
                .filter(sequence -> isCalledAfter(sequence, table))
                .map(sequence -> new Renamed(
                        Renamed.Kind.SEQUENCE,
                        sequence.name(),
                        sequence.name().name(),
                        calledAfter(target, sequence.name(), table)))
                .filter(this::follows)
                .forEach(this::rename);
    }

    /** As Hibernate calls an entity's sequence, and PostgreSQL that of a serial column. */
    private static boolean isCalledAfter(Sequence sequence, QualifiedName table) {
        String name = sequence.name().name();
        return isEntitySequence(sequence.name(), table)
                || (sequence.name().equals(table.sibling(name))
                        && name.startsWith(table.name() + "_")
                        && name.endsWith("_seq"));
    }

    private static boolean isEntitySequence(QualifiedName sequence, QualifiedName table) {
        return sequence.equals(ConventionalNames.entitySequence(table));
    }

    private static String calledAfter(QualifiedName target, QualifiedName sequence, QualifiedName table) {
        return isEntitySequence(sequence, table)
                ? ConventionalNames.entitySequence(target).name()
                : Identifiers.truncate(
                        target.name() + sequence.name().substring(table.name().length()));
    }

    private boolean follows(Renamed rename) {
        return !isAsked(rename.owner())
                && rename.isTaken(wanted)
                && !rename.isTaken(schema)
                && !has(wanted, rename.owner());
    }

    private boolean isAsked(QualifiedName sequence) {
        return waiting.stream()
                .flatMap(other -> find(other).stream())
                .anyMatch(other ->
                        other.kind() == Renamed.Kind.SEQUENCE && other.owner().equals(sequence));
    }

    static boolean has(Schema schema, QualifiedName sequence) {
        return schema.sequences().stream().anyMatch(each -> each.name().equals(sequence));
    }

    private void renameSequence(Renamed rename) {
        if (rename.isTaken(schema)) {
            throw new MigrateException("The sequence " + rename.owner() + " cannot be renamed to " + rename.newName()
                    + ": the database has a sequence of that name already");
        }
        operations.add(new RenameSequence(rename.owner(), rename.newName()));
        follow(new SequenceRenaming(rename.owner(), rename.owner().sibling(rename.newName())).applyTo(schema));
    }

    private void renameColumn(QualifiedName table, String column, String newName) {
        operations.add(new RenameColumn(table, column, newName));
        Schema renamed = new ColumnRenaming(table, column, newName).applyTo(schema);
        for (QualifiedName each : Descendants.of(table, schema)) {
            renamed = ObjectRenaming.ofColumn(renamed, each, column, newName);
        }
        follow(renamed);
    }

    private void follow(Schema renamed) {
        follow(renamed, AuxiliaryObject::identity);
    }

    private void follow(Schema renamed, Function<AuxiliaryObject, String> identities) {
        carried.carry(schema, renamed, identities);
        schema = renamed;
    }

    /**
     * What had the name of the renamed column until now is nobody's any more, and goes with what else isn't wanted.
     *
     * @throws MigrateException if both columns are wanted, or the new name isn't
     */
    private void giveWay(Renamed rename) {
        Optional<Table> table = wanted.table(rename.owner());
        String refusal = "The column " + rename.owner() + "." + rename.name() + " cannot be renamed to "
                + rename.newName() + ": the table has a column of that name already, and ";
        if (table.flatMap(t -> t.column(rename.newName())).isEmpty()) {
            throw new MigrateException(
                    refusal + "no column is to be called that. Check the new name, or map a column to" + " it.");
        }
        if (table.flatMap(t -> t.column(rename.name())).isPresent()) {
            throw new MigrateException(refusal + "both are mapped. Leave out the rename, or remove the mapping of "
                    + rename.name() + ": then the column that is called " + rename.newName() + " now is dropped.");
        }
        renameColumn(rename.owner(), rename.newName(), freeName("replaced_", rename));
    }

    private void renameValue(EnumType type, String value, String newValue) {
        operations.add(new RenameEnumValue(type.name(), value, newValue));
        follow(new EnumValueRenaming(type.name(), value, newValue).applyTo(schema));
    }
}

package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.autogen.diff.dependency.CompositeTypes;
import dev.migrate.autogen.diff.dependency.Hindrance;
import dev.migrate.autogen.diff.text.LockNote;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.autogen.rows.RowMoves;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.ColumnOperation;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One direction of a migration being rewritten: what can be done at once without others waiting for long stays where it
 * is, in one transaction, and what can't is put off to the end. Behind that comes what is dropped with its data.
 */
final class Rewriting {

    private static final List<String> REQUIRED =
            List.of("Checked before anything is done: if rows break a rule, nothing is changed.");

    private static final List<String> MAKES_ROOM =
            List.of("Makes room, and stays until what replaces it has been built.");

    private final List<Reversible> operations;
    private final Schema existing;
    private final OnlineOptions options;
    private final Set<QualifiedName> created;
    private final ValidatedOnly validatedOnly;
    private final DropsLast dropsLast;
    private final Replaced replaced;
    private final CompositeTypes composites;
    private final Numbering numbering;
    private final JoinedSequences joined;
    private final TableGenerators generators;
    private final NeededValues needed;
    private final RootRows rootRows;
    private final RowMoves moves;
    private final boolean goesAtOnce;
    private final RowRequirements rowRequirements;
    private final DemandsOnRows demands;
    private final Map<String, Require> requirements = new LinkedHashMap<>();
    private final Set<List<Object>> checked = new HashSet<>();
    private final List<Paragraph> now = new ArrayList<>();
    private final Set<Paragraph> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PutOff late = new PutOff();
    private final List<LockNote> locks = new ArrayList<>();
    private final Set<String> required = new TreeSet<>();
    private final Set<String> unfilled = new TreeSet<>();
    private final List<String> preconditions = new ArrayList<>();

    /**
     * @param existing what there is before
     * @param wanted what there is after
     */
    Rewriting(List<Reversible> operations, Schema existing, Schema wanted, OnlineOptions options) {
        this.operations = operations;
        this.existing = existing;
        this.moves = RowMoves.of(existing, wanted, options.leaveRows());
        this.options = new KnownValues(operations, existing, wanted).addedTo(options, moves);
        this.validatedOnly = new ValidatedOnly(operations);
        this.dropsLast = new DropsLast(operations);
        this.replaced = new Replaced(operations, dropsLast, existing);
        this.composites = CompositeTypes.of(existing, operations);
        this.numbering = new Numbering(operations, existing, wanted);
        this.joined = new JoinedSequences(operations, existing, wanted);
        this.generators = new TableGenerators(operations, existing, wanted);
        this.needed = new NeededValues(existing, wanted);
        this.rootRows = new RootRows(existing, wanted);
        this.goesAtOnce = operations.stream()
                .filter(dropsLast::contain)
                .allMatch(operation -> operation instanceof DropSequence || moves.keeps(operation));
        this.created = operations.stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table().name())
                .collect(Collectors.toUnmodifiableSet());
        this.rowRequirements = new RowRequirements(operations, existing, this.options, moves);
        this.demands = new DemandsOnRows(
                operations,
                new Hindrance(existing, wanted, operations),
                this::existing,
                created::contains,
                rowRequirements,
                this.options);
        for (int i = 0; i < operations.size(); i++) {
            rewrite(operations.get(i), new Later(operations.subList(i + 1, operations.size())));
        }
    }

    List<Paragraph> paragraphs() {
        List<Paragraph> all = new ArrayList<>(moves.in(now));
        if (!requirements.isEmpty()) {
            all.add(0, new Paragraph(REQUIRED, List.copyOf(requirements.values())));
        }
        if (!late.isEmpty()) {
            all.removeIf(waiting::contains);
            all.addAll(late.paragraphs());
            now.stream().filter(waiting::contains).forEach(all::add);
        }
        all.addAll(numbering.last(!late.isEmpty()));
        all.addAll(joined.paragraphs());
        all.addAll(generators.paragraphs());
        return explainedOnce(all);
    }

    /** What explains a way of doing things stands above the first of them; those that stand together stay so. */
    private static List<Paragraph> explainedOnce(List<Paragraph> paragraphs) {
        Set<String> explained = new HashSet<>();
        List<Paragraph> all = new ArrayList<>();
        List<String> previous = List.of();
        for (Paragraph paragraph : paragraphs) {
            List<String> comment = !all.isEmpty() && paragraph.comment().equals(previous)
                    ? all.get(all.size() - 1).comment()
                    : paragraph.comment().stream()
                            .filter(sentence -> !Turn.EXPLANATIONS.contains(sentence) || explained.add(sentence))
                            .toList();
            previous = paragraph.comment();
            all.add(new Paragraph(comment, paragraph.operations(), paragraph.alone()));
        }
        return all;
    }

    /** What makes others wait all the same. */
    List<LockNote> locks() {
        return List.copyOf(locks);
    }

    /** The columns that become NOT NULL and can be filled, as {@code table.column}. */
    Set<String> required() {
        return required;
    }

    /** Those of them that nothing says a value for. */
    Set<String> unfilled() {
        return unfilled;
    }

    /** What the rows have to fulfil before any of it is done. */
    List<Require> requirements() {
        return List.copyOf(requirements.values());
    }

    /** Which operations rows are looked for that they would fail for. */
    CheckedRows checked() {
        return new CheckedRows(checked);
    }

    private void require(Require requirement) {
        requirements.putIfAbsent(requirement.sql(), requirement);
    }

    /** What fails on rows that have no value for such a column, or that aren't as a constraint demands. */
    List<String> preconditions() {
        return List.copyOf(preconditions);
    }

    private void rewrite(Reversible operation, Later later) {
        List<Require> demand = demands.requirements(operation);
        demand.forEach(this::require);
        if (!demand.isEmpty()) {
            CheckedRows.key(operation).ifPresent(checked::add);
        }
        List<String> demanded = demands.warnings(operation);
        preconditions.addAll(demanded);
        Optional<RequiredColumn> column = requiredColumn(operation);
        if (column.isPresent()) {
            require(column.get(), later);
        } else if (!options.online() || !isPutOff(operation, later, demanded)) {
            keep(operation, demanded);
        }
    }

    private Optional<RequiredColumn> requiredColumn(Reversible operation) {
        return operation instanceof ColumnOperation column
                ? existing(column.table())
                        .flatMap(table -> RequiredColumn.of(table, operation, options, composites))
                        .map(this::moved)
                        .map(rootRows::filled)
                : Optional.empty();
    }

    /** What is known of rows that move is theirs, unless somebody says something else. */
    private RequiredColumn moved(RequiredColumn column) {
        return column.fill().isPresent()
                ? column
                : moves.fill(column.table().name(), column.required().name())
                        .map(column::moved)
                        .orElse(column);
    }

    private Optional<Table> existing(QualifiedName name) {
        return created.contains(name) ? Optional.empty() : existing.table(name);
    }

    private void require(RequiredColumn column, Later later) {
        required.addAll(column.fillable());
        Optional<Require> requirement = column.requirement(rowRequirements);
        if (column.fill().isEmpty()) {
            requirement.ifPresentOrElse(this::require, () -> preconditions.add(column.warning()));
            unfilled.addAll(column.fillable());
        }
        preconditions.addAll(column.reason());
        QualifiedName table = column.table().name();
        boolean isNow = moves.fill(table, column.required().name()).isPresent() || readsWhatGoesNow(column);
        if (options.online() && !later.renames(table) && !column.composite() && !isNow) {
            column.first().forEach(this::note);
            add(column.beginning());
            late.put(Turn.NOT_NULL, column.online(hasPrimaryKey(column.table()), operations, requirement.isPresent()));
        } else {
            Paragraph atOnce = column.atOnce(ChecksAtCommit.of(column.table(), existing), requirement.isPresent());
            atOnce.operations().forEach(this::note);
            add(atOnce);
        }
    }

    /** Whether it is filled from what can't wait until everything else is done: it would be gone by then. */
    private boolean readsWhatGoesNow(RequiredColumn column) {
        Set<String> read = column.fill().map(SqlScript::tokens).map(Set::copyOf).orElse(Set.of());
        return operations.stream()
                .filter(operation -> !waits(operation))
                .anyMatch(operation -> (operation instanceof DropColumn drop
                                && read.contains(
                                        SqlIdentifiers.quote(drop.column().name())))
                        || (operation instanceof DropTable gone
                                && read.contains(
                                        SqlIdentifiers.quote(gone.table().name().name()))));
    }

    /**
     * Whether a drop comes when all else is done. What rows have been moved from goes at once: rows that came in between
     * would go with it.
     */
    private boolean waits(Reversible operation) {
        return dropsLast.contain(operation) && !(goesAtOnce && moves.keeps(operation));
    }

    /** Whether it has one by the time that rows are filled: one that is replaced stays until then, if it can. */
    private boolean hasPrimaryKey(Table table) {
        return table.primaryKey().isPresent()
                && operations.stream()
                        .noneMatch(operation -> operation instanceof DropConstraint drop
                                && drop.table().equals(table.name())
                                && drop.constraint() instanceof PrimaryKey
                                && !isKept(drop));
    }

    private boolean isKept(DropConstraint drop) {
        return isPlain(drop.table()) && !new Later(operations).renames(drop.table()) && replaced.keeps(drop);
    }

    /** Whether the operation, or its longer part, is done at the end. */
    private boolean isPutOff(Reversible operation, Later later, List<String> demanded) {
        if (operation instanceof AddConstraint add) {
            return add.constraint().accept(new AddedConstraint(add.table(), later, demanded));
        }
        if (operation instanceof DropConstraint drop && validatedOnly.contain(drop)) {
            return true;
        }
        if (operation instanceof CreateAuxiliaryObject create && late.makesIndexOf(create.object())) {
            late.put(Turn.INDEX_MARK, create);
            return true;
        }
        if (operation instanceof CreateIndex create && isPlain(create.index().table())) {
            Index index = create.index();
            if (later.renames(index.table()) || later.renamesValueOf(index)) {
                return false;
            }
            late.put(
                    isReferenced(index) ? Turn.KEY : Turn.CREATE_INDEX,
                    demanded,
                    new CreateIndex(index.concurrently()));
            return true;
        }
        if (operation instanceof DropIndex drop
                && isPlain(drop.index().table())
                && !later.waitsFor(drop.index(), existing)) {
            return isPutOff(drop, later);
        }
        return operation instanceof DropConstraint drop
                && isPlain(drop.table())
                && !later.renames(drop.table())
                && isReplaced(drop);
    }

    private boolean isPutOff(DropIndex drop, Later later) {
        Index index = drop.index();
        if (later.takesNameOf(index)) {
            Optional<String> aside = replaced.aside(drop);
            if (aside.isEmpty()) {
                return false;
            }
            add(new Paragraph(MAKES_ROOM, List.of(new RenameIndex(index.qualifiedName(), aside.get()))));
            index = index.named(aside.get());
        }
        late.put(Turn.DROP_INDEX, new DropIndex(index.concurrently()));
        return true;
    }

    private boolean isReplaced(DropConstraint drop) {
        Optional<String> aside = replaced.aside(drop);
        aside.ifPresent(name -> add(new Paragraph(
                MAKES_ROOM,
                List.of(new RenameConstraint(
                        drop.table(), String.valueOf(drop.constraint().name()), name)))));
        return aside.isPresent();
    }

    /** Whether it is there, and not partitioned: PostgreSQL has no concurrent index on a partitioned table. */
    private boolean isPlain(QualifiedName table) {
        return existing(table).filter(found -> found.partitioning() == null).isPresent();
    }

    private boolean isReferenced(Index index) {
        if (!index.isUnique()) {
            return false;
        }
        LateKey key = LateKey.of(index);
        boolean isReferenced = operations.stream()
                .anyMatch(operation -> operation instanceof AddConstraint add
                        && add.constraint() instanceof ForeignKey reference
                        && key.isReferencedBy(reference));
        if (isReferenced) {
            late.add(key);
        }
        return isReferenced;
    }

    private void keep(Reversible operation, List<String> demanded) {
        Optional<LockNote> note = note(operation);
        List<String> comment = new ArrayList<>(
                options.online() ? note.map(lock -> List.of(lock.sentence())).orElse(List.of()) : List.of());
        comment.addAll(numbering.hint(operation));
        List<String> empty = Stream.concat(
                        PartOfReference.warnings(operation, operations, existing).stream(),
                        needed.warnings(operation).stream())
                .toList();
        comment.addAll(empty);
        comment.addAll(demanded);
        comment.addAll(moves.hint(operation));
        preconditions.addAll(empty);
        Paragraph paragraph = new Paragraph(comment, List.of(operation));
        now.addAll(numbering.before(operation));
        add(paragraph);
        now.addAll(numbering.behind(operation));
        if (waits(operation)) {
            waiting.add(paragraph);
        }
    }

    /** A table that is created here holds no row, and nobody uses it. */
    private Optional<LockNote> note(Operation operation) {
        Optional<LockNote> note = LockNote.of(operation).filter(lock -> lock.tables().stream()
                .anyMatch(table -> existing(table).isPresent()));
        note.ifPresent(locks::add);
        return note;
    }

    private void add(Paragraph paragraph) {
        if (!paragraph.operations().isEmpty()) {
            now.add(paragraph);
        }
    }

    /** Puts off what reads a whole table; false if the constraint has to be added as it is. */
    private final class AddedConstraint implements Constraint.Visitor<Boolean> {

        private final QualifiedName table;
        private final Later later;
        private final List<String> demanded;

        AddedConstraint(QualifiedName table, Later later, List<String> demanded) {
            this.table = table;
            this.later = later;
            this.demanded = demanded;
        }

        @Override
        public Boolean primaryKey(PrimaryKey key) {
            return !key.isWithoutOverlaps() && viaIndex(key, key.columns(), key.include(), false, key.deferral());
        }

        @Override
        public Boolean unique(Unique unique) {
            return !unique.isWithoutOverlaps()
                    && viaIndex(unique, unique.columns(), unique.include(), unique.nullsCollide(), unique.deferral());
        }

        /** An index makes an ordinary key only (PostgreSQL manual, ALTER TABLE, ADD table_constraint_using_index). */
        private boolean viaIndex(
                Constraint constraint,
                List<String> columns,
                List<String> include,
                boolean nullsCollide,
                Deferral deferral) {
            String name = constraint.name();
            if (name == null || !isPlain(table) || later.renames(table)) {
                return false;
            }
            boolean primary = constraint instanceof PrimaryKey;
            Index plain = Index.of(
                            name, table, columns.stream().map(IndexKey::column).toList())
                    .unique()
                    .include(include.toArray(String[]::new))
                    .concurrently();
            List<Operation> steps =
                    new ArrayList<>(List.of(new CreateIndex(nullsCollide ? plain.nullsNotDistinct() : plain)));
            replaced.before(table, constraint).ifPresent(steps::add);
            steps.add(new AddConstraintUsingIndex(table, name, name, primary, deferral));
            late.put(Turn.KEY, demanded, steps.toArray(Operation[]::new));
            late.add(new LateKey(table, Set.copyOf(columns), primary));
            return true;
        }

        @Override
        public Boolean foreignKey(ForeignKey key) {
            boolean isLate = late.hasKeyOf(key);
            String name = key.name();
            if (name == null || !key.valid() || !isPlain(table) || later.renames(table)) {
                return isLate && putOff(key);
            }
            addNotValid(key.notValid(), name, isLate);
            return true;
        }

        /** On a table that is created here there is nothing to read. */
        private boolean putOff(ForeignKey key) {
            late.put(Turn.REFERENCE, Paragraph.of(new AddConstraint(table, key)));
            return true;
        }

        @Override
        public Boolean check(Check check) {
            String name = check.name();
            boolean isRenamed = later.renames(table) || later.renamesValueOf(check);
            boolean refusesUpdates = !demanded.isEmpty() && isOfChangedType(check);
            if (name == null || !check.valid() || existing(table).isEmpty() || isRenamed || refusesUpdates) {
                return false;
            }
            addNotValid(check.notValid(), name, false);
            return true;
        }

        /** Whether it may refuse the values of another type, which are committed by the time that they are validated. */
        private boolean isOfChangedType(Check check) {
            return operations.stream()
                    .anyMatch(operation -> operation instanceof ChangeColumn change
                            && change.table().equals(table)
                            && ColumnDiff.retypes(change)
                            && SqlText.mentionsColumn(
                                    check.expression().normal(), change.to().name()));
        }

        private void addNotValid(Constraint constraint, String name, boolean isLate) {
            AddConstraint add = new AddConstraint(table, constraint);
            if (isLate) {
                late.put(Turn.REFERENCE, add);
            } else if (!validatedOnly.contain(new DropConstraint(table, constraint))) {
                add(new Paragraph(Turn.REFERENCE.comment(), List.of(add)));
            }
            List<Operation> validate = List.of(new ValidateConstraint(table, name));
            late.put(Turn.VALIDATE, new Paragraph(Turn.VALIDATE.comment(demanded), validate, validate));
        }

        @Override
        public Boolean exclusion(Exclusion exclusion) {
            return false;
        }
    }
}

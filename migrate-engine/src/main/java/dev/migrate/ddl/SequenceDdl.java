package dev.migrate.ddl;

import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.SequenceChange;
import dev.migrate.operation.SequenceChange.Option;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.GrantToInserters;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sequences, and how an identity column counts, as SQL (PostgreSQL manual, CREATE SEQUENCE, ALTER SEQUENCE). */
final class SequenceDdl {

    private static final SequenceChange.Visitor<String> CHANGE = new SequenceChange.Visitor<>() {
        @Override
        public String setOption(SequenceChange.SetOption change) {
            String option = change.option().name();
            return change.value() == null ? "NO " + option : option.replace('_', ' ') + " " + change.value();
        }

        @Override
        public String setType(SequenceChange.SetSequenceType change) {
            return "AS " + change.type().sql();
        }

        @Override
        public String setCycle(SequenceChange.SetCycle change) {
            return change.cycle() ? "CYCLE" : "NO CYCLE";
        }

        @Override
        public String setOwner(SequenceChange.SetOwner change) {
            return owner(change.owner());
        }

        @Override
        public String restart(SequenceChange.Restart change) {
            return change.value() == null ? "RESTART" : "RESTART WITH " + change.value();
        }
    };

    private SequenceDdl() {}

    /** Each database has roles of its own (PostgreSQL manual, 9.27.2 Access Privilege Inquiry Functions, aclexplode). */
    static Statement grant(GrantToInserters operation) {
        String tables = operation.tables().stream().map(SequenceDdl::regclass).collect(Collectors.joining(", "));
        return Statement.of(DollarQuotes.block("""
                DECLARE
                    statement text;
                BEGIN
                    FOR statement IN
                        SELECT DISTINCT format('GRANT USAGE ON SEQUENCE %%s TO %%s', s.oid::regclass,
                            CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END)
                        FROM pg_class s
                        JOIN pg_class t ON t.oid IN (%s)
                        JOIN pg_attribute a ON a.attrelid = t.oid
                        CROSS JOIN aclexplode(coalesce(t.relacl, acldefault('r', t.relowner)) || a.attacl) r
                        WHERE s.oid = %s AND r.privilege_type = 'INSERT' AND r.grantee <> s.relowner
                    LOOP
                        EXECUTE statement;
                    END LOOP;
                END
                """.formatted(tables, regclass(operation.sequence()))));
    }

    private static String regclass(QualifiedName name) {
        return Literals.string(SqlIdentifiers.quote(name)) + "::regclass";
    }

    /** The owner is set by a statement of its own, as {@code pg_dump} does it. */
    static List<Statement> create(Sequence sequence) {
        List<Statement> statements = new ArrayList<>();
        Type type = sequence.options().type();
        String counting = String.join(" ", options(sequence.options()));
        statements.add(Statement.of("CREATE SEQUENCE " + Clause.ifNotExists(sequence.onlyIfMissing())
                + SqlIdentifiers.quote(sequence.name()) + (type == null ? "" : " AS " + type.sql())
                + Clause.when(!counting.isEmpty(), " " + counting)));
        if (sequence.ownedBy() != null) {
            statements.add(alter(sequence.name(), owner(sequence.ownedBy())));
        }
        if (sequence.comment() != null) {
            statements.add(CommentDdl.comment(new Commented.OnSequence(sequence.name()), sequence.comment()));
        }
        return statements;
    }

    static Statement drop(Sequence sequence) {
        return Statement.of(
                "DROP SEQUENCE " + Clause.ifExists(sequence.onlyIfMissing()) + SqlIdentifiers.quote(sequence.name()));
    }

    static Statement rename(RenameSequence rename) {
        return alter(rename.sequence(), "RENAME TO " + SqlIdentifiers.quote(rename.newName()));
    }

    static List<Statement> change(ChangeSequence change) {
        List<Statement> statements = new ArrayList<>();
        Sequence from = change.from();
        Sequence to = change.to();
        List<String> clauses = difference(from.options(), to.options());
        if (!typeOf(from.options()).equals(typeOf(to.options()))) {
            clauses.add(0, "AS " + typeOf(to.options()).sql());
        }
        if (!clauses.isEmpty()) {
            SequenceOptions before = from.options().resolved();
            SequenceOptions after = to.options().resolved();
            statements.add(SequenceBounds.within(
                    to.name(),
                    String.join(" ", clauses),
                    after.increment(),
                    raisedMin(before, after),
                    loweredMax(before, after)));
        }
        if (!Objects.equals(from.ownedBy(), to.ownedBy())) {
            statements.add(alter(to.name(), owner(to.ownedBy())));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(CommentDdl.comment(new Commented.OnSequence(to.name()), to.comment()));
        }
        return statements;
    }

    /** The lower bound if it leaves out what was within it; both are resolved. */
    static @Nullable Long raisedMin(SequenceOptions before, SequenceOptions after) {
        Long min = Objects.requireNonNull(after.min());
        return min > Objects.requireNonNull(before.min()) ? min : null;
    }

    /** The same for the upper bound. */
    static @Nullable Long loweredMax(SequenceOptions before, SequenceOptions after) {
        Long max = Objects.requireNonNull(after.max());
        return max < Objects.requireNonNull(before.max()) ? max : null;
    }

    private static Type typeOf(SequenceOptions options) {
        return Objects.requireNonNull(options.resolved().type());
    }

    static Statement alter(QualifiedName sequence, String action) {
        return Statement.of("ALTER SEQUENCE " + SqlIdentifiers.quote(sequence) + " " + action);
    }

    /** All clauses in one statement, in the order they were named. */
    static Statement alter(AlterSequence alter) {
        String clauses =
                alter.changes().stream().map(change -> change.accept(CHANGE)).collect(Collectors.joining(" "));
        boolean restarts = alter.changes().stream().anyMatch(SequenceChange.Restart.class::isInstance);
        if (restarts) {
            return alter(alter.sequence(), clauses);
        }
        Long increment = value(alter, Option.INCREMENT_BY, null);
        return SequenceBounds.within(
                alter.sequence(),
                clauses,
                increment,
                value(alter, Option.MINVALUE, increment != null && increment > 0 ? 1L : null),
                value(alter, Option.MAXVALUE, increment != null && increment < 0 ? -1L : null));
    }

    /**
     * What the option is set to; null if it isn't.
     *
     * @param usual what its default is; null if that leaves out nothing
     */
    private static @Nullable Long value(AlterSequence alter, Option option, @Nullable Long usual) {
        return alter.changes().stream()
                .filter(change -> change instanceof SequenceChange.SetOption set && set.option() == option)
                .map(change -> Optional.ofNullable(((SequenceChange.SetOption) change).value())
                        .orElse(usual))
                .reduce(null, (first, last) -> last);
    }

    static String owner(Sequence.@Nullable Owner owner) {
        return "OWNED BY "
                + (owner == null
                        ? "NONE"
                        : SqlIdentifiers.quote(owner.table()) + "." + SqlIdentifiers.quote(owner.column()));
    }

    /** The clauses of the options that are given. */
    static List<String> options(SequenceOptions options) {
        List<String> clauses = new ArrayList<>();
        addIf(clauses, "INCREMENT BY ", options.increment());
        addIf(clauses, "MINVALUE ", options.min());
        addIf(clauses, "MAXVALUE ", options.max());
        addIf(clauses, "START WITH ", options.start());
        addIf(clauses, "CACHE ", options.cache());
        if (options.cycle()) {
            clauses.add("CYCLE");
        }
        return clauses;
    }

    private static void addIf(List<String> clauses, String keyword, @Nullable Long value) {
        if (value != null) {
            clauses.add(keyword + value);
        }
    }

    /**
     * The clauses that make one way of counting another. Where they differ, defaults are spelled out, except for bounds.
     */
    static List<String> difference(SequenceOptions from, SequenceOptions to) {
        SequenceOptions before = from.resolved();
        SequenceOptions after = to.resolved();
        List<String> clauses = new ArrayList<>();
        addChanged(clauses, "INCREMENT BY ", before.increment(), after.increment());
        addChanged(clauses, "MINVALUE ", before.min(), after.min(), to.min());
        addChanged(clauses, "MAXVALUE ", before.max(), after.max(), to.max());
        addChanged(clauses, "START WITH ", before.start(), after.start());
        addChanged(clauses, "CACHE ", before.cache(), after.cache());
        if (before.cycle() != after.cycle()) {
            clauses.add(after.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return clauses;
    }

    /** A bound that nobody named is the type's: an identity column's generator has the column's type. */
    private static void addChanged(
            List<String> clauses, String keyword, @Nullable Long before, @Nullable Long after, @Nullable Long named) {
        if (named != null) {
            addChanged(clauses, keyword, before, named);
        } else if (!Objects.equals(before, after)) {
            clauses.add("NO " + keyword.strip());
        }
    }

    private static void addChanged(List<String> clauses, String keyword, @Nullable Long before, @Nullable Long after) {
        if (!Objects.equals(before, after)) {
            clauses.add(keyword + after);
        }
    }

    /** The clauses that make a sequence count so, whatever it did before. */
    static List<String> all(SequenceOptions options) {
        long increment = options.increment() == null ? 1 : options.increment();
        Long start = options.start() != null ? options.start() : increment > 0 ? options.min() : options.max();
        return List.of(
                "INCREMENT BY " + increment,
                options.min() == null ? "NO MINVALUE" : "MINVALUE " + options.min(),
                options.max() == null ? "NO MAXVALUE" : "MAXVALUE " + options.max(),
                "START WITH " + (start != null ? start : increment > 0 ? 1 : -1),
                "CACHE " + (options.cache() == null ? 1 : options.cache()),
                options.cycle() ? "CYCLE" : "NO CYCLE");
    }
}

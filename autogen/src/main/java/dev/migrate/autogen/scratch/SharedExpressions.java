package dev.migrate.autogen.scratch;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checks, expressions of indexes and formulas of many tables in a few doubles. PostgreSQL prints an expression by the
 * names and types of the columns that it uses, so that one table with these columns tells how it is printed in all
 * tables: {@code docs/decisions/0023}.
 */
final class SharedExpressions {

    /** Well below the 1600 columns that a table can have. */
    private static final int COLUMNS = 400;

    private static final int PARTS = 200;

    private final ScratchNames names;
    private final Function<Column, Optional<Column>> known;
    private final List<Probe> probes = new ArrayList<>();
    private final Map<Part, Probe> asked = new HashMap<>();
    private final Map<Table, List<Part>> parts = new LinkedHashMap<>();

    /** Those of each expression, of which a table asks once for each of its columns. */
    private final Map<String, Set<String>> identifiers = new HashMap<>();

    /** @param known canonical columns, as far as they don't depend on the table */
    SharedExpressions(ScratchNames names, Function<Column, Optional<Column>> known) {
        this.names = names;
        this.known = known;
    }

    /**
     * What is asked for once.
     *
     * @param what a check's expression, or an index without its name; empty for what a column says by itself
     * @param uses the columns of the table that it mentions, with all that its double needs to know of them
     */
    private record Part(Optional<?> what, List<Column> uses) {}

    /** A double for parts that agree on what their columns are. */
    private static final class Probe {
        private final QualifiedName name;
        private final Map<String, Column> columns = new LinkedHashMap<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final Map<Part, String> places = new HashMap<>();
        private @Nullable Table read;

        Probe(QualifiedName name) {
            this.name = name;
        }

        boolean takes(Part part) {
            return columns.size() + part.uses.size() <= COLUMNS
                    && checks.size() + indexes.size() < PARTS
                    && part.uses.stream().allMatch(this::agrees);
        }

        private boolean agrees(Column used) {
            Column column = columns.get(used.name());
            return column == null || column.equals(used);
        }

        void add(Part part) {
            part.uses.forEach(used -> columns.putIfAbsent(used.name(), used));
            String place = "part_" + places.size();
            places.put(part, place);
            part.what.ifPresent(what -> {
                if (what instanceof Expression expression) {
                    checks.add(new Check(place, expression, Validity.VALID, true));
                } else if (what instanceof Index index) {
                    indexes.add(index.on(name).named(place));
                }
            });
        }

        Expression check(Part part) {
            String place = String.valueOf(places.get(part));
            return table().constraints().stream()
                    .filter(constraint -> place.equals(constraint.name()))
                    .map(constraint -> ((Check) constraint).expression())
                    .findFirst()
                    .orElseThrow();
        }

        Index index(Part part) {
            String place = String.valueOf(places.get(part));
            return table().indexes().stream()
                    .filter(index -> place.equals(index.name()))
                    .findFirst()
                    .orElseThrow();
        }

        Table table() {
            return Objects.requireNonNull(read);
        }

        Table asked() {
            return Table.of(name)
                    .withColumns(List.copyOf(columns.values()))
                    .withConstraints(List.copyOf(checks))
                    .withIndexes(List.copyOf(indexes));
        }
    }

    /** Whether the table's expressions are among those that are asked for; it needs a double of its own otherwise. */
    boolean add(Table table) {
        boolean isAlone = table.partitioning() != null
                || table.columns().stream()
                        .anyMatch(column -> column.generated() == null
                                && known.apply(column).isEmpty())
                || table.constraints().stream().anyMatch(Exclusion.class::isInstance)
                || expressions(table).anyMatch(sql -> mentions(sql, table.name().name()));
        if (isAlone) {
            return false;
        }
        List<Part> own = partsOf(table);
        own.forEach(part -> asked.computeIfAbsent(part, this::placed));
        parts.put(table, own);
        return true;
    }

    private Probe placed(Part part) {
        Probe probe = probes.stream().filter(one -> one.takes(part)).findFirst().orElseGet(() -> {
            Probe fresh = new Probe(new QualifiedName(null, names.nextPart()));
            probes.add(fresh);
            return fresh;
        });
        probe.add(part);
        return probe;
    }

    private static Stream<String> expressions(Table table) {
        return Stream.of(
                        table.constraints().stream()
                                .filter(Check.class::isInstance)
                                .map(check -> ((Check) check).expression()),
                        table.indexes().stream().flatMap(SharedExpressions::expressions),
                        table.columns().stream()
                                .filter(column -> column.generated() != null)
                                .map(column -> column.generated().expression()))
                .flatMap(Function.identity())
                .map(Expression::sql);
    }

    private static Stream<Expression> expressions(Index index) {
        return Stream.concat(
                index.keys().stream().flatMap(key -> key.expression().stream()), Stream.ofNullable(index.where()));
    }

    private List<Part> partsOf(Table table) {
        List<Part> own = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.generated() != null) {
                own.add(part(column, table));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check check) {
                own.add(part(check, table));
            }
        }
        for (Index index : table.indexes()) {
            if (!ScratchTable.isPlain(index)) {
                own.add(part(index, table));
            }
        }
        return own;
    }

    private Part part(Column generated, Table table) {
        return new Part(Optional.empty(), uses(table, Stream.of(), List.of(generated.name())));
    }

    private Part part(Check check, Table table) {
        return new Part(Optional.of(check.expression()), uses(table, Stream.of(check.expression()), List.of()));
    }

    private Part part(Index index, Table table) {
        List<String> columns =
                index.keys().stream().flatMap(key -> key.column().stream()).toList();
        Index bare = Index.of("part", new QualifiedName(null, "part"), index.keys())
                .using(index.method())
                .where(index.where());
        return new Part(Optional.of(bare), uses(table, expressions(index), columns));
    }

    /** The columns that are named, or that a formula of one of them needs. */
    private List<Column> uses(Table table, Stream<Expression> expressions, List<String> columns) {
        List<String> texts = new ArrayList<>(expressions.map(Expression::sql).toList());
        List<Column> uses = new ArrayList<>();
        List<Column> waiting = new ArrayList<>(table.columns());
        boolean isLonger = true;
        while (isLonger) {
            isLonger = false;
            for (Column column : List.copyOf(waiting)) {
                if (columns.contains(column.name()) || texts.stream().anyMatch(text -> mentions(text, column.name()))) {
                    waiting.remove(column);
                    uses.add(bare(column));
                    if (column.generated() != null) {
                        texts.add(column.generated().expression().sql());
                        isLonger = true;
                    }
                }
            }
        }
        return uses;
    }

    private boolean mentions(String sql, String name) {
        return identifiers.computeIfAbsent(sql, AuthorSql::identifiers).contains(name);
    }

    /** Whether a column may be NULL, and what it has by default, says nothing of how it is printed. */
    private static Column bare(Column column) {
        Column bare = Column.of(column.name(), column.type()).collation(column.collation());
        return column.generated() == null ? bare : bare.generated(column.generated());
    }

    /** The doubles to create and read back. */
    List<ScratchTable> doubles() {
        return probes.stream()
                .map(probe -> new ScratchTable(probe.asked(), names, known))
                .toList();
    }

    /** Takes what a double tells. */
    void read(ScratchTable scratch, Schema readBack) {
        Table table = scratch.canonical(readBack);
        probes.stream().filter(probe -> probe.name.equals(table.name())).forEach(probe -> probe.read = table);
    }

    /** The tables as the catalog would have them; empty for one of which PostgreSQL has refused a double. */
    Map<Table, Optional<Table>> canonical() {
        Map<Table, Optional<Table>> canonical = new LinkedHashMap<>();
        parts.forEach((table, own) -> canonical.put(
                table,
                own.stream().allMatch(part -> probe(part).read != null)
                        ? Optional.of(canonical(table))
                        : Optional.empty()));
        return canonical;
    }

    private Table canonical(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column.generated() == null ? known.apply(column).orElseThrow() : formula(column, table));
        }
        return table.withColumns(columns)
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint instanceof Check check ? canonical(check, table) : constraint)
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> ScratchTable.isPlain(index) ? index : canonical(index, table))
                        .toList());
    }

    private Column formula(Column column, Table table) {
        Column found = probe(part(column, table)).table().column(column.name()).orElseThrow();
        return new Column(
                column.name(),
                found.type(),
                column.nullable(),
                found.defaultExpression(),
                found.generator(),
                found.generated(),
                found.collation(),
                found.storage(),
                found.compression(),
                column.comment(),
                column.onlyIfMissing());
    }

    private Check canonical(Check check, Table table) {
        Part part = part(check, table);
        return check.expression(
                check.expression().normalizedTo(probe(part).check(part).normal()));
    }

    private Index canonical(Index index, Table table) {
        Part part = part(index, table);
        Index found = probe(part).index(part);
        return index.keys(found.keys()).where(found.where());
    }

    private Probe probe(Part part) {
        return Objects.requireNonNull(asked.get(part));
    }
}

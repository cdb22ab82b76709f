package dev.migrate.autogen.rows;

import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.Literals;
import dev.migrate.schema.MappedClass;
import dev.migrate.schema.MappedClass.SecondaryTable;
import dev.migrate.schema.MappedClass.Storage;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Concludes from the tables of a database where the rows of a hierarchy have been until now. */
final class OldLayout {

    private final Hierarchy hierarchy;
    private final Schema before;
    private final Schema after;
    private final QualifiedName root;
    private final Set<QualifiedName> usedElsewhere;

    /** The table that a subclass had to itself, or with what it extends. */
    private final Map<String, Table> tables = new HashMap<>();

    /** @param usedElsewhere tables of other entities */
    OldLayout(Hierarchy hierarchy, Schema before, Schema after, Set<QualifiedName> usedElsewhere) {
        this.hierarchy = hierarchy;
        this.before = before;
        this.after = after;
        this.root = hierarchy.root().table();
        this.usedElsewhere = usedElsewhere;
        for (MappedClass entity : hierarchy.classes()) {
            if (entity.superclass() != null) {
                find(entity).ifPresent(table -> tables.put(entity.entity(), table));
            }
        }
    }

    /** Where they were; empty if there were none, or nothing has told the classes apart. */
    Optional<Layout> find() {
        boolean isShared = tables.isEmpty()
                && before.table(root).isPresent()
                && hierarchy.classes().size() > 1
                && discriminator() != null;
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (MappedClass entity : hierarchy.classes()) {
            places.put(entity.entity(), isShared ? shared() : places(entity));
        }
        boolean any = places.values().stream().anyMatch(all -> !all.isEmpty());
        return any
                ? Optional.of(new Layout(
                        hierarchy, before, places, before.table(root).isEmpty() ? null : discriminator(), isShared))
                : Optional.empty();
    }

    /** Why it can't be known where rows belong; empty if it is. */
    Optional<String> doubt() {
        boolean isNowShared = hierarchy.classes().stream().anyMatch(each -> each.storage() == Storage.SHARED);
        boolean hadColumns = hierarchy.classes().stream()
                .filter(each -> each.superclass() != null && !each.table().equals(root))
                .anyMatch(each -> before.table(root).isPresent()
                        && each.columns().stream().anyMatch(this::leavesRoot));
        if (tables.isEmpty() && !isNowShared && hadColumns && discriminator() == null) {
            return Optional.of("no column of " + root + " is known to tell which rows are of which class");
        }
        long joined = tables.values().stream().filter(table -> isJoined(table)).count();
        if (joined > 0 && joined < tables.size()) {
            return Optional.of("some of "
                    + tables.values().stream()
                            .map(table -> table.name().toString())
                            .sorted()
                            .toList() + " refer to the table of the superclass, and others don't");
        }
        return Optional.empty();
    }

    private boolean leavesRoot(String column) {
        return before.table(root).flatMap(table -> table.column(column)).isPresent()
                && after.table(root).flatMap(table -> table.column(column)).isEmpty();
    }

    private List<Place> shared() {
        Table table = before.table(root).orElseThrow();
        List<String> key = key(table);
        return List.of(new Place(root, key, Layout.columns(before, root, key), false));
    }

    private List<Place> places(MappedClass entity) {
        List<Place> all = new ArrayList<>();
        if (entity.superclass() == null) {
            before.table(root).ifPresent(table -> all.add(place(table)));
        } else {
            Table table = tables.get(entity.entity());
            if (table == null) {
                return List.of();
            }
            if (isJoined(table)) {
                all.addAll(places(hierarchy.find(entity.superclass()).orElseThrow()));
            }
            all.add(place(table));
        }
        if (!all.isEmpty()) {
            all.addAll(secondary(entity, all.get(all.size() - 1)));
        }
        return List.copyOf(all);
    }

    private Place place(Table table) {
        List<String> key = key(table);
        return new Place(table.name(), key, Layout.columns(before, table.name(), key), false);
    }

    /** The tables of before that had a part of its attributes, or still have. */
    private List<Place> secondary(MappedClass entity, Place main) {
        List<Place> all = new ArrayList<>();
        for (Table table : before.tables()) {
            boolean isMapped =
                    entity.secondary().stream().map(SecondaryTable::table).anyMatch(table.name()::equals);
            boolean isGone = after.table(table.name()).isEmpty()
                    && !tables.containsValue(table)
                    && !usedElsewhere.contains(table.name())
                    && !table.name().equals(root);
            List<String> key = key(table);
            if ((isMapped || isGone)
                    && refers(table, main.table())
                    && key.size() == main.key().size()) {
                Set<String> columns = Layout.columns(before, table.name(), key);
                if (isMapped || (!columns.isEmpty() && entity.columns().containsAll(columns))) {
                    all.add(new Place(table.name(), key, columns, true));
                }
            }
        }
        return all;
    }

    private Optional<Table> find(MappedClass entity) {
        if (!entity.table().equals(root) && !entity.storage().equals(Storage.SHARED)) {
            return before.table(entity.table());
        }
        Set<Table> gone = new HashSet<>();
        for (Table table : before.tables()) {
            if (after.table(table.name()).isEmpty() && !tables.containsValue(table)) {
                gone.add(table);
            }
        }
        Optional<Table> named = gone.stream()
                .filter(table -> plain(table.name().name()).equals(plain(entity.entity())))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<Table> fitting = gone.stream()
                .filter(table -> key(table).size() == entity.key().size())
                .filter(table -> !entity.columns().isEmpty()
                        && Layout.columns(before, table.name(), key(table)).containsAll(entity.columns()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> key(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }

    /** Whether its rows are parts of rows of another table of the hierarchy. */
    private boolean isJoined(Table table) {
        Set<QualifiedName> others = new HashSet<>(Set.of(root));
        tables.values().forEach(other -> others.add(other.name()));
        return others.stream().anyMatch(other -> refers(table, other));
    }

    private static boolean refers(Table table, QualifiedName target) {
        List<String> key = key(table);
        return table.constraintsOf(ForeignKey.class).stream()
                .anyMatch(reference -> reference.target().equals(target)
                        && !key.isEmpty()
                        && reference.columns().equals(key));
    }

    /** The column that told the classes apart. */
    private @Nullable String discriminator() {
        Table table = before.table(root).orElseThrow();
        String declared = hierarchy.discriminator();
        if (declared != null && table.column(declared).isPresent()) {
            return declared;
        }
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> leavesRoot(column) || after.table(root).isEmpty())
                .filter(column -> column.equalsIgnoreCase("dtype") || lists(table, column))
                .findFirst()
                .orElse(null);
    }

    /** Whether a check says that the column has values of the classes. */
    private boolean lists(Table table, String column) {
        return table.constraintsOf(Check.class).stream()
                .map(check -> check.expression().sql())
                .filter(sql -> SqlText.mentionsColumn(sql, column))
                .map(SqlText::strings)
                .anyMatch(strings -> hierarchy.classes().stream()
                        .filter(each -> !each.isAbstract())
                        .map(each -> Literals.literal(each.value()))
                        .allMatch(strings::contains));
    }
}

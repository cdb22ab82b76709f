package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a table's pages are filled and cleaned (PostgreSQL manual, CREATE TABLE, Storage Parameters). A mapping may declare
 * some, {@code @Table(options = "with (fillfactor = 70)")}; the others stay as somebody has set them.
 */
public final class StorageParameters {

    private static final String IDENTITY = "storage parameters of ";

    /** Those of the table's TOAST table, which the catalog has elsewhere. */
    private static final String TOAST = "toast.";

    private StorageParameters() {}

    /** What the table is to have: what is declared, and of the rest what there is. */
    public static SortedMap<String, String> declaredOver(
            SortedMap<String, String> present, SortedMap<String, String> declared) {
        SortedMap<String, String> all = new TreeMap<>(present);
        declared.forEach((name, value) -> {
            if (!name.startsWith(TOAST)) {
                all.put(name, value);
            }
        });
        return all;
    }

    /** The statement that sets and resets what differs, and the one that takes it back. */
    static Optional<Reversible> change(Table from, Table to) {
        SortedMap<String, String> before = from.storageParameters();
        SortedMap<String, String> after = to.storageParameters();
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new CreateAuxiliaryObject(new AuxiliaryObject(
                        IDENTITY + to.name(), alter(to.name(), before, after), alter(to.name(), after, before))));
    }

    /** Whether an object stands for such a change. */
    static boolean areChangedBy(AuxiliaryObject object) {
        return object.identity().startsWith(IDENTITY);
    }

    private static String alter(QualifiedName table, Map<String, String> from, Map<String, String> to) {
        String set = to.entrySet().stream()
                .filter(parameter -> !parameter.getValue().equals(from.get(parameter.getKey())))
                .map(parameter -> parameter.getKey() + " = " + Literals.literal(parameter.getValue()))
                .collect(Collectors.joining(", "));
        String reset =
                from.keySet().stream().filter(name -> !to.containsKey(name)).collect(Collectors.joining(", "));
        List<String> actions = new ArrayList<>();
        if (!set.isEmpty()) {
            actions.add("SET (" + set + ")");
        }
        if (!reset.isEmpty()) {
            actions.add("RESET (" + reset + ")");
        }
        return "ALTER TABLE " + SqlIdentifiers.quote(table) + " " + String.join(", ", actions);
    }
}

package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import java.util.List;

/**
 * A foreign key as SQL: {@code @ForeignKey(foreignKeyDefinition = "foreign key (a) references b (c) on update cascade")}
 * (PostgreSQL manual, CREATE TABLE).
 */
final class ForeignKeyText {

    private final String definition;
    private final SqlNames names;

    ForeignKeyText(String definition, SqlNames names) {
        this.definition = definition;
        this.names = names;
    }

    ForeignKey foreignKey() {
        SqlReader text = new SqlReader(definition);
        if (!text.accept("foreign", "key") || !text.isAtGroup()) {
            throw Unreadable.clause("A foreign key", definition);
        }
        List<String> columns = SqlNames.list(text.group());
        if (!text.accept("references")) {
            throw Unreadable.clause("The foreign key on " + columns, definition);
        }
        String target = text.name();
        List<String> targetColumns = text.isAtGroup() ? SqlNames.list(text.group()) : List.of();
        return withOptions(ForeignKeyReader.of(null, columns, names.qualified(target), targetColumns), text.rest());
    }

    /** The key with what follows its columns: actions, match, deferral, validity, in any order. */
    static ForeignKey withOptions(ForeignKey bare, String options) {
        SqlReader text = new SqlReader(options);
        ForeignKey key = withOptions(bare, text);
        if (!text.isAtEnd()) {
            throw Unreadable.clause("The foreign key on " + bare.columns(), text.rest());
        }
        return key;
    }

    /** The same, read up to what is no option of a key. */
    static ForeignKey withOptions(ForeignKey bare, SqlReader text) {
        ForeignKey key = bare;
        while (!text.isAtEnd()) {
            if (text.accept("on", "delete")) {
                Action action = action(text, bare);
                key = text.isAtGroup()
                        ? key.onDelete(action, SqlNames.list(text.group()).toArray(String[]::new))
                        : key.onDelete(action);
            } else if (text.accept("on", "update")) {
                key = key.onUpdate(action(text, bare));
            } else if (text.accept("match", "full")) {
                key = key.matchFull();
            } else if (text.accept("initially", "deferred")) {
                key = key.initiallyDeferred();
            } else if (text.accept("deferrable", "initially", "deferred")) {
                key = key.initiallyDeferred();
            } else if (text.accept("deferrable")) {
                key = key.deferrable();
            } else if (text.accept("not", "valid")) {
                key = key.notValid();
            } else if (text.accept("not", "enforced")) {
                key = key.notEnforced();
            } else if (!isDefault(text)) {
                return key;
            }
        }
        return key;
    }

    private static boolean isDefault(SqlReader text) {
        return text.accept("match", "simple")
                || text.accept("not", "deferrable")
                || text.accept("initially", "immediate");
    }

    private static Action action(SqlReader text, ForeignKey key) {
        for (Action action : Action.values()) {
            if (text.accept(action.name().split("_"))) {
                return action;
            }
        }
        throw Unreadable.clause("The foreign key on " + key.columns(), text.rest());
    }
}

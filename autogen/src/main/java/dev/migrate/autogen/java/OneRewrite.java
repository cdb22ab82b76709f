package dev.migrate.autogen.java;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableRewrite;
import java.util.List;
import java.util.Set;

/** Tells which changes of columns one {@code ALTER TABLE} can make, so that the table is rewritten once. */
final class OneRewrite {

    private static final Set<Class<? extends ColumnChange>> COMBINED = Set.of(
            ColumnChange.SetType.class,
            ColumnChange.SetNullable.class,
            ColumnChange.SetDefault.class,
            ColumnChange.SetColumnComment.class);

    private OneRewrite() {}

    /** Whether a change can be made by the same statement as those before it. */
    static boolean isPossible(List<? extends Operation> before, Operation next) {
        return next instanceof ChangeColumn change
                && isRewrite(change)
                && !before.isEmpty()
                && before.stream()
                        .allMatch(each -> each instanceof ChangeColumn other
                                && other.table().equals(change.table())
                                && !other.from().name().equals(change.from().name())
                                && isRewrite(other)
                                && !mentions(other, change)
                                && !mentions(change, other));
    }

    private static boolean isRewrite(ChangeColumn change) {
        return TableRewrite.byType(change.from().type(), change.to().type())
                && change.changes().stream().allMatch(one -> COMBINED.contains(one.getClass()));
    }

    /**
     * Whether a conversion may read another column, by its name or as part of the row: it has its new type by then if the
     * statements are apart. Whatever else has such a name counts, too: at worst, the statements stay apart.
     */
    private static boolean mentions(ChangeColumn change, ChangeColumn other) {
        String using = change.using();
        return using != null
                && SqlScript.tokens(using).stream()
                        .anyMatch(token -> isName(other.from().name(), token)
                                || isName(other.table().name(), token));
    }

    private static boolean isName(String name, String token) {
        return token.equalsIgnoreCase(name) || token.equalsIgnoreCase(SqlIdentifiers.quote(name));
    }
}

package dev.migrate.autogen.scratch;

import dev.migrate.autogen.TableExpressions;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Declared expressions beside live ones that PostgreSQL once printed and read again.
 *
 * <p>What PostgreSQL prints does not always print the same once it has been read: {@code varchar in ('a','b')} becomes
 * {@code ANY ((ARRAY['a'::character varying, …])::text[])}, and that, after a restored dump or a migration that was written
 * from a catalog, {@code ANY (ARRAY[('a'::character varying)::text, …])}. So a declared expression that the live table
 * doesn't have is printed a second time, and if the live table has that, it is the same expression.
 */
final class Reprinting {

    private final ScratchSession session;
    private final ScratchNames names;

    Reprinting(ScratchSession session, ScratchNames names) {
        this.session = session;
        this.names = names;
    }

    /** The canonical table, with normal forms as the live table has them where they mean the same. */
    Table asPrinted(Table canonical, Table live) throws SQLException {
        List<String> once = TableExpressions.normals(canonical);
        if (once.isEmpty()) {
            return canonical;
        }
        Set<String> printed = new HashSet<>(TableExpressions.normals(live));
        if (printed.containsAll(once)) {
            return canonical;
        }
        List<String> twice = printAgain(canonical);
        Map<String, String> settled = new HashMap<>();
        for (int i = 0; i < twice.size(); i++) {
            if (!printed.contains(once.get(i)) && printed.contains(twice.get(i))) {
                settled.put(once.get(i), twice.get(i));
            }
        }
        return TableExpressions.replaced(
                canonical,
                expression -> expression.normalizedTo(settled.getOrDefault(expression.normal(), expression.normal())));
    }

    /** The normal forms of the normal forms; none if the table cannot be created from what was printed alone. */
    private List<String> printAgain(Table canonical) throws SQLException {
        ScratchTable printed = new ScratchTable(
                TableExpressions.replaced(canonical, expression -> Expression.of(expression.normal())),
                names,
                column -> Optional.empty());
        return session.undone(() -> {
            if (session.refusal(List.of(printed.part())) != null) {
                return List.of();
            }
            Schema read = session.readTablesBack();
            return TableExpressions.normals(printed.canonical(read));
        });
    }
}

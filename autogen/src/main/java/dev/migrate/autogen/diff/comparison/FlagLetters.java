package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Check;
import dev.migrate.schema.Table;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The letters that stand for true and false where a flag becomes a string: a check of the column may say which, as those
 * of Hibernate's converters do. Written with others, each row would break it.
 */
public final class FlagLetters {

    /** What is meant if nothing says otherwise; {@code $} is the column. */
    static final String YES_NO = "CASE $ WHEN true THEN 'Y' WHEN false THEN 'N' END";

    static final String TRUE_FALSE = "CASE $ WHEN true THEN 'T' WHEN false THEN 'F' END";

    private FlagLetters() {}

    /** The operation, with the letters that the tables before and after it allow. */
    static Reversible chosen(Reversible operation, Table from, Table to) {
        return operation instanceof ChangeColumn change
                ? new ChangeColumn(
                        change.table(),
                        change.from(),
                        change.to(),
                        allowed(change.using(), change, to),
                        allowed(change.usingBack(), change, from))
                : operation;
    }

    /** Whether a check has said which letters a change writes. */
    public static boolean areDeclared(ChangeColumn change) {
        return writing(TRUE_FALSE, change).equals(change.using());
    }

    private static @Nullable String allowed(@Nullable String using, ChangeColumn change, Table table) {
        boolean isFlag = Objects.equals(using, writing(YES_NO, change));
        return isFlag && isTrueOrFalse(table, change.to().name()) ? writing(TRUE_FALSE, change) : using;
    }

    private static boolean isTrueOrFalse(Table table, String column) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Check check
                        && SqlText.mentionsColumn(check.expression().sql(), column)
                        && SqlText.strings(check.expression().sql()).equals(Set.of("'T'", "'F'")));
    }

    private static String writing(String letters, ChangeColumn change) {
        return letters.replace("$", SqlIdentifiers.quote(change.to().name()));
    }
}

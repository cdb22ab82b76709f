package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The letters that stand for true and false where a flag becomes a string, or where a number or other letters come from such
 * letters or become them: a check of the column may say which, as those of Hibernate's converters do. Written with others,
 * each row would break it.
 */
public final class FlagLetters {

    /** What is meant if nothing says otherwise; {@code $} is the column. */
    static final String YES_NO = "CASE $ WHEN true THEN 'Y' WHEN false THEN 'N' END";

    static final String TRUE_FALSE = "CASE $ WHEN true THEN 'T' WHEN false THEN 'F' END";

    /** What is no flag stays what it is, and breaks the check. */
    private static final String YES_NO_OF_NUMBER = "CASE $ WHEN 1 THEN 'Y' WHEN 0 THEN 'N' ELSE $::text END";

    private static final String TRUE_FALSE_OF_NUMBER = "CASE $ WHEN 1 THEN 'T' WHEN 0 THEN 'F' ELSE $::text END";
    private static final String YES_NO_OF_LETTERS = "CASE $ WHEN 'T' THEN 'Y' WHEN 'F' THEN 'N' ELSE $ END";
    private static final String TRUE_FALSE_OF_LETTERS = "CASE $ WHEN 'Y' THEN 'T' WHEN 'N' THEN 'F' ELSE $ END";
    private static final String NUMBER_OF_LETTERS = "$::boolean::integer";

    private FlagLetters() {}

    /** The column's changes, with the one of its letters if nothing else of it changes. */
    static List<Reversible> changed(List<Reversible> changes, Column column, Table from, Table to) {
        boolean getsOthers =
                changes.isEmpty() && letters(from, to, column.name(), column.type(), column.type()) != null;
        return getsOthers ? List.of(new ChangeColumn(to.name(), column, column, null, null)) : changes;
    }

    /** The operation, with the letters that the tables before and after it allow. */
    static Reversible chosen(Reversible operation, Table from, Table to) {
        return operation instanceof ChangeColumn change
                ? new ChangeColumn(
                        change.table(),
                        change.from(),
                        change.to(),
                        allowed(change.using(), change, from, to),
                        allowed(change.usingBack(), change.inverse(), to, from))
                : operation;
    }

    /** Whether a check has said which letters a change writes or reads. */
    public static boolean areDeclared(ChangeColumn change) {
        return Stream.of(
                        TRUE_FALSE,
                        YES_NO_OF_NUMBER,
                        TRUE_FALSE_OF_NUMBER,
                        YES_NO_OF_LETTERS,
                        TRUE_FALSE_OF_LETTERS,
                        NUMBER_OF_LETTERS)
                .anyMatch(letters -> writing(letters, change).equals(change.using()));
    }

    private static @Nullable String allowed(@Nullable String using, ChangeColumn change, Table from, Table to) {
        String column = change.to().name();
        TypeFamily source = TypeFamily.of(change.from().type());
        TypeFamily target = TypeFamily.of(change.to().type());
        if (source == TypeFamily.STRING && target == TypeFamily.NUMBER) {
            return isFlag(from, column) ? writing(NUMBER_OF_LETTERS, change) : using;
        }
        if (source == TypeFamily.NUMBER && target == TypeFamily.STRING) {
            String letters = isTrueOrFalse(to, column) ? TRUE_FALSE_OF_NUMBER : YES_NO_OF_NUMBER;
            return isFlag(to, column) ? writing(letters, change) : using;
        }
        String letters =
                letters(from, to, column, change.from().type(), change.to().type());
        if (letters != null) {
            return writing(letters, change);
        }
        boolean isBoolean = Objects.equals(using, writing(YES_NO, change));
        return isBoolean && isTrueOrFalse(to, column) ? writing(TRUE_FALSE, change) : using;
    }

    /** Other letters for a flag's letters; null if they stay what they are. */
    private static @Nullable String letters(Table from, Table to, String column, Type source, Type target) {
        if (!Conversion.LETTER.test(source) || !Conversion.LETTER.test(target)) {
            return null;
        }
        if (isTrueOrFalse(from, column) && isYesOrNo(to, column)) {
            return YES_NO_OF_LETTERS;
        }
        return isYesOrNo(from, column) && isTrueOrFalse(to, column) ? TRUE_FALSE_OF_LETTERS : null;
    }

    private static boolean isFlag(Table table, String column) {
        return isTrueOrFalse(table, column) || isYesOrNo(table, column);
    }

    private static boolean isYesOrNo(Table table, String column) {
        return isOneOf(table, column, Set.of("'Y'", "'N'"));
    }

    private static boolean isTrueOrFalse(Table table, String column) {
        return isOneOf(table, column, Set.of("'T'", "'F'"));
    }

    private static boolean isOneOf(Table table, String column, Set<String> letters) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Check check
                        && SqlText.mentionsColumn(check.expression().sql(), column)
                        && SqlText.strings(check.expression().sql()).equals(letters));
    }

    private static String writing(String letters, ChangeColumn change) {
        return letters.replace("$", SqlIdentifiers.quote(change.to().name()));
    }
}

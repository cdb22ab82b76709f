package dev.migrate.autogen.catalog;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Arrays in expressions that PostgreSQL printed, written so that PostgreSQL prints the same again. What it prints for
 * {@code status IN ('A', 'B')} is {@code (status)::text = ANY ((ARRAY['A'::character varying, …])::text[])}, and that it
 * reads as a cast of each element, not of the array (PostgreSQL manual, 4.2.12 Array Constructors): printed once more it
 * would look different.
 */
public final class PrintedArrays {

    // Possessive wherever something is repeated that takes several characters: what may be tried again takes frames of
    // the stack, and an enum's check has hundreds of values.
    private static final String STRING = "'[^']*+(?:''[^']*+)*+'";
    private static final String NAME = "\"[^\"]*+(?:\"\"[^\"]*+)*+\"";
    private static final String ELEMENT = STRING + "::character varying";
    private static final String ELEMENTS = "(?<elements>(?:" + STRING + "|" + NAME + "|[^'\"\\[\\]]++)*+)";

    /** What a list of at least two constants against a column becomes; of one, PostgreSQL prints a comparison. */
    private static final Pattern LIST = Pattern.compile("\\((?<column>[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")\\)::text"
            + " (?<operator>= ANY|<> ALL) \\(\\(ARRAY\\[(?<elements>" + ELEMENT + "(?:, " + ELEMENT
            + ")++)\\]\\)::text\\[\\]\\)");

    /** Strings and names are passed over. */
    private static final Pattern CAST_ARRAY =
            Pattern.compile(STRING + "|" + NAME + "|\\(ARRAY\\[" + ELEMENTS + "\\]\\)::");

    private static final Pattern CAST_TO_TYPE =
            Pattern.compile(CAST_ARRAY.pattern() + "(?<type>[\\w .\"$]++(?:\\(\\d+(?:,\\d+)?\\))?)\\[\\]");

    /** What something is compared with by an operator and ANY or ALL. Other strings and names are passed over. */
    private static final Pattern COMPARED =
            Pattern.compile(STRING + "|" + NAME + "|(?<before>\\b(?:ANY|ALL) \\(\\(?ARRAY\\[)" + ELEMENTS + "\\]");

    private PrintedArrays() {}

    /** A normal form: neither the order nor the repetition of what something is compared with means anything. */
    static String inOrder(String printed) {
        return COMPARED.matcher(printed).replaceAll(list -> Matcher.quoteReplacement(inOrder((Matcher) list)));
    }

    private static String inOrder(Matcher list) {
        String elements = list.group("elements");
        return elements == null
                ? list.group()
                : SqlReader.list(elements).stream()
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(", ", list.group("before"), "]"));
    }

    /** Text that prints as {@code printed}: a cast array gets the type that its elements have. */
    static String readable(String printed) {
        return CAST_ARRAY
                .matcher(printed)
                .replaceAll(array ->
                        Matcher.quoteReplacement(withType(array.group(), ((Matcher) array).group("elements"))));
    }

    /** What PostgreSQL prints once it has read what it printed, as it reads the script of pg_dump: the elements are cast. */
    public static String reread(String printed) {
        return CAST_TO_TYPE
                .matcher(printed)
                .replaceAll(array -> Matcher.quoteReplacement(withCastElements((Matcher) array)));
    }

    private static String withCastElements(Matcher array) {
        String elements = array.group("elements");
        return elements == null
                ? array.group()
                : SqlReader.list(elements).stream()
                        .map(element -> "(" + element + ")::" + array.group("type"))
                        .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    private static String withType(String match, String elements) {
        if (elements == null) {
            return match;
        }
        Set<String> types = SqlReader.list(elements).stream()
                .map(element -> element.replaceFirst("^.*::", ""))
                .collect(Collectors.toSet());
        if (types.stream().allMatch(type -> type.matches("-?\\d{1,9}"))) {
            return "(ARRAY[" + elements + "]::integer[])::";
        }
        boolean isCast = elements.contains("::") && types.size() == 1;
        return isCast ? "(ARRAY[" + elements + "]::" + types.iterator().next() + "[])::" : match;
    }

    /**
     * The same, with lists as they were written: {@code status IN ('A', 'B')}.
     *
     * @param isVarchar whether a column is of type varchar, so that the list is what makes an array and a cast of it
     */
    static String readable(String printed, Predicate<String> isVarchar) {
        Matcher list = LIST.matcher(printed);
        if (!list.matches() || !isVarchar.test(SqlIdentifiers.unquote(list.group("column")))) {
            return readable(printed);
        }
        List<String> constants = SqlReader.list(list.group("elements")).stream()
                .map(element -> element.substring(0, element.length() - "::character varying".length()))
                .toList();
        return list.group("column") + (list.group("operator").startsWith("=") ? " IN (" : " NOT IN (")
                + String.join(", ", constants) + ")";
    }
}

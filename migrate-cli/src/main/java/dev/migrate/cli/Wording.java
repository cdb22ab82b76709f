package dev.migrate.cli;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * Says how commands are called here. The engine's messages name the next command as a goal: {@code mvn migrate:upgrade
 * -Dmigrate.revision=heads} is {@code migrate upgrade --revision=heads}. A goal that this command line doesn't have, such
 * as {@code migrate:merge}, is left as it is: it belongs to the project, not to the database.
 *
 * @param commands the names of the commands that there are
 * @param options the names of all their options, with the dashes
 */
record Wording(Set<String> commands, Set<String> options) implements UnaryOperator<String> {

    private static final String PROPERTIES = "-Dmigrate\\.(?<argument>x\\.)?(?<name>\\w+)";
    private static final Pattern PROPERTY = Pattern.compile(PROPERTIES);

    /** A goal with its properties, or a property alone. */
    private static final Pattern CALL =
            Pattern.compile("mvn migrate:(?<goal>\\w+)(?<properties>(?: -Dmigrate\\.\\S+)*)|" + PROPERTIES);

    /** How the message about a value begins: {@code lockTimeout is '500'.} */
    private static final Pattern PARAMETER = Pattern.compile("^(?<name>[a-z]\\w+) (?=is '|is empty|has '|is \\d)");

    private static final Pattern RULE = Pattern.compile("<lintIgnore><rule>(.*?)</rule></lintIgnore>");

    static Wording of(CommandLine root) {
        return new Wording(
                Set.copyOf(root.getSubcommands().keySet()),
                root.getSubcommands().values().stream()
                        .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The option for a parameter of the goals: {@code --lock-timeout} for {@code lockTimeout}. */
    static String option(String parameter) {
        return "--" + parameter.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String apply(String text) {
        String rules = RULE.matcher(text).replaceAll("--lint-ignore='$1'");
        String calls = CALL.matcher(rules).replaceAll(match -> Matcher.quoteReplacement(call(match)));
        return PARAMETER
                .matcher(calls)
                .replaceFirst(match -> Matcher.quoteReplacement(known(match.group(1), match.group(1)) + " "));
    }

    private String call(MatchResult match) {
        String goal = match.group(1);
        if (goal == null) {
            return properties(match.group());
        }
        return commands.contains(goal) ? "migrate " + goal + properties(match.group(2)) : match.group();
    }

    private String properties(String text) {
        return PROPERTY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(property(match)));
    }

    private String property(MatchResult match) {
        return match.group(1) != null ? "-x " + match.group(2) : known(match.group(2), match.group());
    }

    private String known(String parameter, String otherwise) {
        String option = option(parameter);
        return options.contains(option) ? option : otherwise;
    }
}

package dev.migrate.autogen.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages that are searched, with all below them. In a name {@code *} stands for any characters of one part, {@code ?} for
 * one character and {@code **} for any number of parts, as Spring reads the packages of {@code @EntityScan} (Spring
 * framework API, AntPathMatcher).
 */
final class PackagePatterns {

    private static final Pattern WILDCARD = Pattern.compile("\\*\\*\\.|\\*\\*|\\*|\\?");

    private final List<Pattern> patterns;

    private PackagePatterns(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** @param names the packages; none is all */
    static PackagePatterns of(List<String> names) {
        return new PackagePatterns(names.stream().map(PackagePatterns::pattern).toList());
    }

    /** Whether a class, or a {@code package-info}, is in one of them or below. */
    boolean contain(String className) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(className).matches());
    }

    /** The package above all that a pattern may stand for; empty if there is none. */
    static String above(String name) {
        int wildcard = indexOfWildcard(name);
        return wildcard < 0 ? name : name.substring(0, Math.max(0, name.lastIndexOf('.', wildcard)));
    }

    private static int indexOfWildcard(String name) {
        Matcher found = WILDCARD.matcher(name);
        return found.find() ? found.start() : -1;
    }

    private static Pattern pattern(String name) {
        StringBuilder regex = new StringBuilder();
        int end = 0;
        Matcher wildcards = WILDCARD.matcher(name);
        while (wildcards.find()) {
            regex.append(Pattern.quote(name.substring(end, wildcards.start()))).append(regex(wildcards.group()));
            end = wildcards.end();
        }
        regex.append(Pattern.quote(name.substring(end)));
        return Pattern.compile(name.isEmpty() ? ".+" : regex + "\\..+");
    }

    private static String regex(String wildcard) {
        return switch (wildcard) {
            case "**." -> "(?:[^.]+\\.)*";
            case "**" -> ".*";
            case "*" -> "[^.]*";
            default -> "[^.]";
        };
    }
}

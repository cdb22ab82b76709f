package dev.migrate.command.parameter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parameter that has several values, separated by commas. */
public final class Elements {

    private Elements() {}

    /** As they are meant: Maven keeps the space or the line break behind a comma, and null where two commas meet. */
    public static List<String> of(List<? extends @Nullable String> given) {
        return given.stream().flatMap(Elements::element).toList();
    }

    private static Stream<String> element(@Nullable String given) {
        return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty()).stream();
    }
}

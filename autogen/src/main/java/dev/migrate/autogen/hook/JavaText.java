package dev.migrate.autogen.hook;

import java.util.List;

/**
 * A piece of Java source.
 *
 * @param code an expression, with the simple names of its classes
 * @param imports the full names of those classes
 */
public record JavaText(String code, List<String> imports) {

    public JavaText {
        imports = List.copyOf(imports);
    }

    /** {@code JavaText.of("GeoTypes.point()", "com.example.GeoTypes")}. */
    public static JavaText of(String code, String... imports) {
        return new JavaText(code, List.of(imports));
    }
}

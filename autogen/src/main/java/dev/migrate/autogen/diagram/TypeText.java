package dev.migrate.autogen.diagram;

import dev.migrate.schema.Type;

/** A type as people say it: {@code varchar(50)} for {@code character varying(50)}. */
final class TypeText {

    private TypeText() {}

    static String of(Type type) {
        return type.sql()
                .replace("character varying", "varchar")
                .replaceAll("timestamp(\\(\\d\\))? with time zone", "timestamptz$1")
                .replaceAll("timestamp(\\(\\d\\))? without time zone", "timestamp$1")
                .replaceAll("time(\\(\\d\\))? with time zone", "timetz$1")
                .replaceAll("time(\\(\\d\\))? without time zone", "time$1");
    }
}

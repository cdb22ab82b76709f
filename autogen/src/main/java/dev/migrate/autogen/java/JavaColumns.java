package dev.migrate.autogen.java;

import dev.migrate.autogen.java.Code.Call;
import dev.migrate.autogen.java.Code.Chain;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constant;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Columns as {@code column("status", varchar(50)).notNull().defaultValue("active")}. */
final class JavaColumns {

    private static final Set<String> STRINGS =
            Set.of("text", "varchar", "character varying", "char", "character", "bpchar");

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final Imports imports;
    private final JavaTypes types;
    private final JavaSequences sequences;

    JavaColumns(Imports imports, JavaTypes types) {
        this.imports = imports;
        this.types = types;
        this.sequences = new JavaSequences(imports, types);
    }

    Code code(Column column) {
        Chain code = Code.chain(Code.call(
                imports.use(Definitions.class, "column"), Code.string(column.name()), types.code(column.type())));
        code = generator(code, column);
        Expression value = column.defaultExpression();
        if (value != null) {
            code = code.then(defaultCall(value, column.type()));
        }
        Generated formula = column.generated();
        if (formula != null) {
            String method = formula.kind() == Generated.Kind.STORED ? "generatedStored" : "generatedVirtual";
            code = code.then(method, Code.string(formula.expression().sql()));
        }
        code = code.thenIfPresent("collation", column.collation())
                .thenIfPresent("storage", column.storage())
                .thenIfPresent("compression", column.compression())
                .thenIfPresent("comment", column.comment());
        return column.onlyIfMissing() ? code.then("ifNotExists") : code;
    }

    /** An identity column is NOT NULL by itself; one with options has to say so. */
    private Chain generator(Chain code, Column column) {
        Identity identity = column.generator();
        if (identity == null) {
            return column.nullable() ? code : code.then("notNull");
        }
        if (sequences.isDefault(identity, column.type())) {
            return code.then(identity.mode() == Identity.Mode.ALWAYS ? "identityAlways" : "identity");
        }
        Chain described = code.then("identity", sequences.code(identity, column.type()));
        return column.nullable() ? described : described.then("notNull");
    }

    /** {@code defaultValue("active")}, or {@code defaultSql("now()")} for what the server computes. */
    static Call defaultCall(Expression expression, Type type) {
        return Constant.of(expression.sql())
                .flatMap(constant -> value(constant, type))
                .map(value -> Code.call("defaultValue", value))
                .orElseGet(() -> Code.call("defaultSql", Code.string(expression.sql())));
    }

    /** The constant as a Java value, if a column of this type reads it as the same value. */
    private static Optional<Code> value(Constant constant, Type type) {
        String column = base(type.sql());
        String cast = base(constant.cast());
        boolean isRead = cast.isEmpty()
                || cast.equals(column)
                || (STRINGS.contains(cast) && STRINGS.contains(column))
                || (NUMBERS.contains(cast) && NUMBERS.contains(column));
        if (!isRead) {
            return Optional.empty();
        }
        return constant.isQuoted() && !NUMBERS.contains(column)
                ? Optional.of(Code.string(constant.text()))
                : bare(constant);
    }

    private static Optional<Code> bare(Constant constant) {
        String text = constant.text();
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(Code.word(text));
        }
        if (!text.matches("-?(0|[1-9]\\d{0,17})")) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return Optional.of(Code.word(value == (int) value ? text : text + "L"));
    }

    private static String base(String type) {
        return type.replaceAll("\\([^)]*\\)", "").toLowerCase(Locale.ROOT);
    }
}

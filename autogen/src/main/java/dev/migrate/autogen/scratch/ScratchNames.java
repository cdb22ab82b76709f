package dev.migrate.autogen.scratch;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What declared objects are called in {@code pg_temp}.
 *
 * <p>An object of the default schema keeps its name, which hides the real one from the search path and prints unqualified
 * as the real one does. All others would collide with those, so that they get a number; where PostgreSQL prints that
 * number the real name is put back. No other name begins like a numbered one.
 */
final class ScratchNames {

    private static final String NUMBERED = "migrate_scratch_";
    private static final Pattern PRINTED = Pattern.compile("\\b(?<name>" + NUMBERED + "\\w+)(?<qualifier>\\.)?");

    private final DefaultSchema defaultSchema;
    private final Map<QualifiedName, QualifiedName> scratch = new HashMap<>();
    private final Map<String, QualifiedName> real = new HashMap<>();
    private int parts;

    private ScratchNames(DefaultSchema defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** @param declared with names that have no schema where that is the default one */
    static ScratchNames of(Schema declared, DefaultSchema defaultSchema) {
        ScratchNames names = new ScratchNames(defaultSchema);
        Stream.of(
                        declared.enums().stream().map(EnumType::name),
                        declared.domains().stream().map(Domain::name),
                        CompositeType.among(declared.auxiliaryObjects()).stream()
                                .map(CompositeType::name),
                        declared.sequences().stream().map(Sequence::name),
                        declared.tables().stream().map(Table::name))
                .flatMap(kind -> kind)
                .forEach(names::add);
        return names;
    }

    private void add(QualifiedName name) {
        if (name.schema() == null) {
            scratch.put(name, name);
        } else {
            QualifiedName numbered = new QualifiedName(null, NUMBERED + (scratch.size() + 1));
            scratch.put(name, numbered);
            real.put(numbered.name(), name);
        }
    }

    /** Also puts {@code name} back where PostgreSQL prints {@code scratchName}. */
    void add(String scratchName, QualifiedName name) {
        if (scratchName.startsWith(NUMBERED)) {
            real.put(scratchName, name);
        }
    }

    QualifiedName scratch(QualifiedName name) {
        return scratch.getOrDefault(name, name);
    }

    /** The real name of what is called {@code scratchName} in {@code pg_temp}. */
    QualifiedName real(String scratchName) {
        return real.getOrDefault(scratchName, new QualifiedName(null, scratchName));
    }

    /** A name that nothing else has, for an index or constraint of which only the definition matters. */
    String nextPart() {
        return "migrate_part_" + ++parts;
    }

    /**
     * An author's SQL, naming declared objects as they are called in {@code pg_temp}.
     *
     * @param table whose columns it may qualify with the table's name; null if none
     */
    String toScratch(String sql, @Nullable Table table) {
        return AuthorSql.replaceNames(sql, parts -> {
            String column = parts.get(parts.size() - 1);
            if (table != null
                    && table.column(column).isPresent()
                    && isName(parts.subList(0, parts.size() - 1), table)) {
                return new QualifiedName(null, column);
            }
            return parts.size() == 2
                    ? scratch.get(defaultSchema.implied(new QualifiedName(parts.get(0), parts.get(1))))
                    : null;
        });
    }

    private boolean isName(List<String> parts, Table table) {
        return parts.size() == 1
                ? parts.get(0).equals(table.name().name())
                : parts.size() == 2
                        && defaultSchema
                                .implied(new QualifiedName(parts.get(0), parts.get(1)))
                                .equals(table.name());
    }

    Type toScratch(Type type) {
        return new Type(toScratch(type.sql(), null));
    }

    Expression toScratch(Expression expression, @Nullable Table table) {
        return Expression.of(toScratch(expression.sql(), table));
    }

    /** A column of {@code table}, or of none in particular, as it is created in {@code pg_temp}. */
    Column toScratch(Column column, @Nullable Table table) {
        Expression byDefault = column.defaultExpression();
        Generated generated = column.generated();
        return new Column(
                column.name(),
                new Type(toScratch(column.type().sql(), table)),
                column.nullable(),
                byDefault == null ? null : toScratch(byDefault, table),
                column.generator(),
                generated == null ? null : new Generated(toScratch(generated.expression(), table), generated.kind()),
                column.collation(),
                column.storage(),
                column.compression(),
                null,
                false);
    }

    /** The declared column with what PostgreSQL made of it. */
    Column canonical(Column declared, Column readBack) {
        Expression byDefault = readBack.defaultExpression();
        Generated generated = readBack.generated();
        return new Column(
                declared.name(),
                toReal(readBack.type()),
                readBack.nullable(),
                byDefault == null ? null : toReal(orElse(declared.defaultExpression(), byDefault), byDefault),
                readBack.generator(),
                generated == null ? null : canonical(declared.generated(), generated),
                readBack.collation(),
                readBack.storage(),
                readBack.compression(),
                declared.comment(),
                declared.onlyIfMissing());
    }

    private Generated canonical(@Nullable Generated declared, Generated readBack) {
        Expression formula = orElse(declared == null ? null : declared.expression(), readBack.expression());
        return new Generated(toReal(formula, readBack.expression()), readBack.kind());
    }

    /** What nobody declared apart from a type's text is written as PostgreSQL prints it. */
    Expression orElse(@Nullable Expression declared, Expression readBack) {
        return declared == null ? toReal(readBack) : declared;
    }

    /** The catalog's SQL, naming objects as they are called in reality. */
    String toReal(String printed) {
        return PRINTED.matcher(printed).replaceAll(match -> Matcher.quoteReplacement(real((Matcher) match)));
    }

    /** Before a column, PostgreSQL prints a table's name without its schema. */
    private String real(Matcher printed) {
        QualifiedName name = real(printed.group("name"));
        return printed.group("qualifier") == null
                ? SqlIdentifiers.quote(name)
                : SqlIdentifiers.quote(name.name()) + ".";
    }

    Type toReal(Type type) {
        return new Type(toReal(type.sql()));
    }

    /** A declared expression with the normal form that was read back for it. */
    Expression toReal(Expression declared, Expression readBack) {
        return declared.normalizedTo(toReal(readBack.normal()));
    }

    /** An expression that nobody declared apart from a type's text. */
    Expression toReal(Expression readBack) {
        return Expression.of(toReal(readBack.normal()));
    }
}

package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A constraint as SQL (PostgreSQL manual, ALTER TABLE and CREATE TABLE). */
final class ConstraintText {

    private static final Pattern ELEMENT =
            Pattern.compile("(?<key>.*)\\s+with\\s+(?<operator>\\S+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final QualifiedName table;
    private final @Nullable String chosen;
    private final SqlReader text;
    private final SqlNames names;
    private final ConventionalNames conventional;

    private ConstraintText(
            QualifiedName table,
            @Nullable String chosen,
            SqlReader text,
            SqlNames names,
            ConventionalNames conventional) {
        this.table = table;
        this.chosen = chosen;
        this.text = text;
        this.names = names;
        this.conventional = conventional;
    }

    /** The constraint of {@code alter table users add constraint ck_age check (age > 17)}. */
    static Optional<TableAddition> of(String sql, SqlNames names, ConventionalNames conventional) {
        SqlReader text = new SqlReader(sql);
        if (!text.accept("alter", "table")) {
            return Optional.empty();
        }
        text.accept("if", "exists");
        text.accept("only");
        QualifiedName table = names.qualified(text.name());
        if (!text.accept("add") || SqlReader.list(text.remaining()).size() > 1) {
            return Optional.empty();
        }
        String chosen = text.accept("constraint") ? SqlNames.simple(text.next()) : null;
        ConstraintText constraint = new ConstraintText(table, chosen, text, names, conventional);
        return text.accept("check")
                ? Optional.of(constraint.check())
                : constraint.constraint().map(each -> TableAddition.of(table, each));
    }

    /** An unnamed one is named when the columns of its table are known, as PostgreSQL names it after one of them. */
    private TableAddition check() {
        Check bare = new Check(null, Expression.of(text.group()), Validity.VALID, true);
        Check check = CheckReader.withOptions(bare, text.rest());
        if (chosen != null) {
            return TableAddition.of(table, named(check, () -> chosen));
        }
        return new TableAddition(table, declared -> {
            List<String> columns = declared.columns().stream().map(Column::name).toList();
            List<String> mentioned =
                    CheckReader.mentioned(columns, check.expression().sql());
            return declared.constraints(check.named(conventional.check(table, mentioned)));
        });
    }

    private Optional<Constraint> constraint() {
        if (text.isAt("foreign", "key")) {
            ForeignKey key = new ForeignKeyText(text.rest(), names).foreignKey();
            return Optional.of(named(key, () -> conventional.foreignKey(table, key.columns())));
        }
        if (text.accept("unique")) {
            Unique unique = unique();
            return Optional.of(named(unique, () -> conventional.unique(table, unique.columns())));
        }
        if (text.accept("exclude")) {
            Exclusion exclusion = exclusion();
            List<IndexKey> keys =
                    exclusion.elements().stream().map(Exclusion.Element::key).toList();
            return Optional.of(named(exclusion, () -> conventional.exclusion(table, keys)));
        }
        return Optional.empty();
    }

    private Constraint named(Constraint constraint, Supplier<String> byConvention) {
        String name = chosen == null ? byConvention.get() : chosen;
        conventional.reserve(table.sibling(name));
        return constraint.named(name);
    }

    private Unique unique() {
        boolean nullsCollide = text.accept("nulls", "not", "distinct");
        Unique bare =
                new Unique(null, SqlNames.list(text.group()), List.of(), nullsCollide, false, Deferral.NOT_DEFERRABLE);
        return withOptions(bare, text.rest());
    }

    /** The constraint with what follows its columns. */
    static Unique withOptions(Unique bare, String options) {
        SqlReader text = new SqlReader(options);
        Unique unique = bare;
        while (!text.isAtEnd()) {
            if (text.accept("include")) {
                unique = unique.include(SqlNames.list(text.group()).toArray(String[]::new));
            } else {
                unique = new Unique(
                        unique.name(),
                        unique.columns(),
                        unique.include(),
                        unique.nullsCollide(),
                        unique.isWithoutOverlaps(),
                        deferral(text, "The unique constraint on " + bare.columns()));
            }
        }
        return unique;
    }

    private Exclusion exclusion() {
        String method = text.accept("using") ? SqlNames.simple(text.next()) : Index.BTREE;
        List<Exclusion.Element> elements = new ArrayList<>();
        for (String element : SqlReader.list(text.group())) {
            Matcher parts = ELEMENT.matcher(element);
            if (!parts.matches()) {
                throw Unreadable.clause("An exclusion constraint of " + table, element);
            }
            elements.add(new Exclusion.Element(IndexText.key(parts.group("key")), parts.group("operator")));
        }
        Exclusion exclusion = new Exclusion(null, method, elements, List.of(), null, Deferral.NOT_DEFERRABLE);
        if (text.accept("include")) {
            exclusion = exclusion.include(SqlNames.list(text.group()).toArray(String[]::new));
        }
        if (text.accept("where")) {
            exclusion = exclusion.where(text.group());
        }
        return text.isAtEnd()
                ? exclusion
                : new Exclusion(
                        null,
                        method,
                        elements,
                        exclusion.include(),
                        exclusion.where(),
                        deferral(text, "An exclusion constraint of " + table));
    }

    private static Deferral deferral(SqlReader text, String object) {
        if (text.accept("not", "deferrable") || text.accept("initially", "immediate")) {
            return Deferral.NOT_DEFERRABLE;
        }
        if (text.accept("deferrable", "initially", "deferred") || text.accept("initially", "deferred")) {
            return Deferral.INITIALLY_DEFERRED;
        }
        if (text.accept("deferrable")) {
            text.accept("initially", "immediate");
            return Deferral.INITIALLY_IMMEDIATE;
        }
        throw Unreadable.clause(object, text.rest());
    }
}

package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Check;
import dev.migrate.schema.Definitions;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Type;
import java.util.Comparator;
import java.util.Optional;

/** A domain as SQL (PostgreSQL manual, CREATE DOMAIN). */
final class DomainText {

    private static final String[] CLAUSES = {"collate", "default", "constraint", "not", "null", "check", ";"};

    private final SqlReader text;
    private Domain domain;
    private int unnamed;

    private DomainText(SqlReader text, Domain bare) {
        this.text = text;
        this.domain = bare;
    }

    /** The domain of {@code create domain app.email as text check (value like '%@%')}. */
    static Optional<Domain> of(String sql, SqlNames names) {
        SqlReader text = new SqlReader(sql);
        if (!text.accept("create", "domain")) {
            return Optional.empty();
        }
        String name = text.name();
        text.accept("as");
        DomainText domain =
                new DomainText(text, Domain.of(names.qualified(name), new Type(text.until(DomainText::isAtClause))));
        domain.clauses();
        return text.isAtEnd() ? Optional.of(domain.sorted()) : Optional.empty();
    }

    private void clauses() {
        boolean isMore = true;
        while (isMore) {
            String constraint = text.accept("constraint") ? SqlNames.simple(text.next()) : null;
            if (text.accept("collate")) {
                domain = domain.collation(text.name());
            } else if (text.accept("default")) {
                domain = domain.defaultSql(defaultValue());
            } else if (text.accept("not", "null")) {
                domain = domain.notNull();
            } else if (text.accept("check")) {
                Check check = Definitions.check("", text.group());
                domain = domain.check(check.named(constraint == null ? generatedName() : constraint));
            } else {
                isMore = text.accept("null");
            }
        }
        text.accept(";");
    }

    /** The name that PostgreSQL gives to a check that has none. */
    private String generatedName() {
        String name = domain.name().name() + "_check" + (unnamed == 0 ? "" : unnamed);
        unnamed++;
        return name;
    }

    /** Checks have no order: a catalog lists them by name. */
    private Domain sorted() {
        return new Domain(
                domain.name(),
                domain.type(),
                domain.nullable(),
                domain.defaultExpression(),
                domain.collation(),
                domain.checks().stream()
                        .sorted(Comparator.comparing(check -> String.valueOf(check.name())))
                        .toList(),
                domain.comment());
    }

    /** A {@code null} that comes first is a value, and any other a clause. */
    private String defaultValue() {
        return (text.isAt("null") ? text.next() : "") + text.until(DomainText::isAtClause);
    }

    private static boolean isAtClause(SqlReader text) {
        for (String clause : CLAUSES) {
            if (text.isAt(clause)) {
                return true;
            }
        }
        return false;
    }
}

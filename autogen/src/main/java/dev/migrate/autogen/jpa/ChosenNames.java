package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Which constraints and indexes have a name that somebody chose, by an annotation or a naming strategy. */
final class ChosenNames {

    /** A prefix and an MD5 hash to the base of 35: what Hibernate calls a key that nobody named. */
    private static final Pattern HASH = Pattern.compile("(?:FK|UK|UK_|IDX)[0-9a-y]{20,25}", Pattern.CASE_INSENSITIVE);

    /** What a hash is longer than by itself, which most chosen names aren't: those needn't be matched. */
    private static final int HASH_LENGTH = 19;

    private ChosenNames() {}

    static List<String> of(Table table, OfflineHibernate hibernate) {
        List<String> names = new ArrayList<>();
        if (table.getPrimaryKey() != null) {
            of(table.getPrimaryKey()).ifPresent(names::add);
        }
        for (UniqueKey key : table.getUniqueKeys().values()) {
            of(key).ifPresent(names::add);
        }
        for (ForeignKey key : table.getForeignKeys().values()) {
            of(key, hibernate.dialect()).ifPresent(names::add);
        }
        for (Index index : table.getIndexes().values()) {
            of(index, hibernate).ifPresent(names::add);
        }
        for (CheckConstraint check : table.getChecks()) {
            of(check).ifPresent(names::add);
        }
        for (Column column : table.getColumns()) {
            for (CheckConstraint check : column.getCheckConstraints()) {
                of(check).ifPresent(names::add);
            }
        }
        return names;
    }

    static Optional<String> of(PrimaryKey key) {
        return Optional.ofNullable(key.getOrderingUniqueKey()).flatMap(ChosenNames::of);
    }

    /** Hibernate's export names only these; the others it leaves to PostgreSQL. */
    static Optional<String> of(UniqueKey key) {
        return key.isNameExplicit() ? Optional.of(SqlNames.simple(key.getName())) : Optional.empty();
    }

    static Optional<String> of(ForeignKey key, Dialect dialect) {
        return unlessHash(dialect.quote(key.getName()));
    }

    /** Hibernate's export of an index takes the quotes off its name, so that PostgreSQL folds it. */
    static Optional<String> of(Index index, OfflineHibernate hibernate) {
        String quoted = index.getQuotedName(hibernate.dialect());
        return unlessHash(quoted.startsWith("\"") ? exported(index, hibernate).orElse(quoted) : quoted);
    }

    /** The name as the export writes it; empty if PostgreSQL doesn't read it as a name. */
    private static Optional<String> exported(Index index, OfflineHibernate hibernate) {
        String create = hibernate
                .dialect()
                .getIndexExporter()
                .getSqlCreateStrings(index, hibernate.metadata(), hibernate.naming())[0];
        SqlReader text = new SqlReader(create);
        text.accept("create");
        text.accept("unique");
        return text.accept("index") ? Optional.of(text.next()).filter(name -> !name.startsWith("`")) : Optional.empty();
    }

    static Optional<String> of(CheckConstraint check) {
        return check.isNamed()
                ? Optional.of(SqlNames.simple(Objects.requireNonNull(check.getName())))
                : Optional.empty();
    }

    private static Optional<String> unlessHash(String sql) {
        String name = SqlNames.simple(sql);
        return name.length() > HASH_LENGTH && HASH.matcher(name).matches() ? Optional.empty() : Optional.of(name);
    }
}

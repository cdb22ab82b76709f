package dev.migrate.autogen.jpa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private ChosenNames() {}

    static List<String> of(Table table, Dialect dialect) {
        return Stream.of(
                        Stream.ofNullable(table.getPrimaryKey()).map(ChosenNames::of),
                        table.getUniqueKeys().values().stream().map(ChosenNames::of),
                        table.getForeignKeys().values().stream().map(key -> of(key, dialect)),
                        table.getIndexes().values().stream().map(index -> of(index, dialect)),
                        table.getChecks().stream().map(ChosenNames::of),
                        table.getColumns().stream()
                                .map(Column::getCheckConstraints)
                                .flatMap(List::stream)
                                .map(ChosenNames::of))
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .toList();
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

    static Optional<String> of(Index index, Dialect dialect) {
        return unlessHash(index.getQuotedName(dialect));
    }

    static Optional<String> of(CheckConstraint check) {
        return check.isNamed()
                ? Optional.of(SqlNames.simple(Objects.requireNonNull(check.getName())))
                : Optional.empty();
    }

    private static Optional<String> unlessHash(String sql) {
        String name = SqlNames.simple(sql);
        return HASH.matcher(name).matches() ? Optional.empty() : Optional.of(name);
    }
}

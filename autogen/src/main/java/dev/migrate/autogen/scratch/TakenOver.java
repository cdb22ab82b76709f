package dev.migrate.autogen.scratch;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that a column's type text brought with it, under the name that the text gives it. One that PostgreSQL named
 * has none, so that it can be named after the real table.
 */
final class TakenOver implements Constraint.Visitor<Constraint> {

    private final ScratchNames names;
    private final Table scratch;

    /** @param scratch the table in {@code pg_temp} that has it */
    TakenOver(ScratchNames names, Table scratch) {
        this.names = names;
        this.scratch = scratch;
    }

    @Override
    public Constraint primaryKey(PrimaryKey key) {
        return key.named(chosen(key, new ConventionalNames().primaryKey(scratch.name())));
    }

    @Override
    public Constraint unique(Unique unique) {
        return unique.named(chosen(unique, new ConventionalNames().unique(scratch.name(), unique.columns())));
    }

    @Override
    public Constraint foreignKey(ForeignKey key) {
        return key.named(chosen(key, new ConventionalNames().foreignKey(scratch.name(), key.columns())))
                .target(names.real(key.target().name()));
    }

    @Override
    public Constraint check(Check check) {
        return check.named(chosen(check, checkNames())).expression(names.toReal(check.expression()));
    }

    @Override
    public Constraint exclusion(Exclusion exclusion) {
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements(),
                exclusion.include(),
                exclusion.where(),
                exclusion.deferral());
    }

    /** PostgreSQL puts the column into the name, or none if the check mentions several. */
    private String[] checkNames() {
        return Stream.concat(
                        scratch.columns().stream().map(column -> List.of(column.name())), Stream.of(List.<String>of()))
                .map(columns -> new ConventionalNames().check(scratch.name(), columns))
                .toArray(String[]::new);
    }

    private static @Nullable String chosen(Constraint constraint, String... byPostgres) {
        String name = String.valueOf(constraint.name());
        return Stream.of(byPostgres).anyMatch(plain -> isNumbered(name, plain)) ? null : name;
    }

    private static boolean isNumbered(String name, String plain) {
        return name.startsWith(plain) && name.substring(plain.length()).chars().allMatch(Character::isDigit);
    }
}

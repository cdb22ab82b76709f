package dev.migrate.autogen.catalog;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Unique;
import java.util.Comparator;

/** The order in which a reader of a table expects its constraints: keys, references, rules. */
final class ConstraintOrder implements Constraint.Visitor<Integer> {

    static final Comparator<Constraint> BY_KIND_AND_NAME = Comparator.comparing(
                    (Constraint constraint) -> constraint.accept(new ConstraintOrder()))
            .thenComparing(constraint -> String.valueOf(constraint.name()));

    private ConstraintOrder() {}

    @Override
    public Integer primaryKey(PrimaryKey primaryKey) {
        return 0;
    }

    @Override
    public Integer unique(Unique unique) {
        return 1;
    }

    @Override
    public Integer foreignKey(ForeignKey foreignKey) {
        return 2;
    }

    @Override
    public Integer check(Check check) {
        return 3;
    }

    @Override
    public Integer exclusion(Exclusion exclusion) {
        return 4;
    }
}

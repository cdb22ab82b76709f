package dev.migrate.autogen.online;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import java.util.List;

/** Constraints that come again and differ in being valid only: they aren't dropped, but validated. */
final class ValidatedOnly {

    private final List<Reversible> operations;

    ValidatedOnly(List<Reversible> operations) {
        this.operations = operations;
    }

    boolean contain(DropConstraint drop) {
        return operations.contains(drop)
                && notValid(drop.constraint()).equals(drop.constraint())
                && operations.stream().anyMatch(operation -> isValidVersion(operation, drop))
                && operations.stream().noneMatch(operation -> isRebuilding(operation, drop));
    }

    private static boolean isValidVersion(Reversible operation, DropConstraint drop) {
        return operation instanceof AddConstraint add
                && add.table().equals(drop.table())
                && !add.constraint().equals(drop.constraint())
                && notValid(add.constraint()).equals(drop.constraint());
    }

    /** Whether a column changes that the constraint may be about: PostgreSQL would compare old values with new ones. */
    private static boolean isRebuilding(Reversible operation, DropConstraint drop) {
        return operation instanceof ChangeColumn change
                && (change.table().equals(drop.table())
                        || (drop.constraint() instanceof ForeignKey key
                                && change.table().equals(key.target())));
    }

    private static Constraint notValid(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.notValid();
        }
        return constraint instanceof Check check ? check.notValid() : constraint;
    }
}

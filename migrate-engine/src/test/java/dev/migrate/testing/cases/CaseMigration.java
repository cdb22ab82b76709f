package dev.migrate.testing.cases;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.operation.Operation;
import org.jspecify.annotations.Nullable;

/** The migration of the case at hand. */
public final class CaseMigration implements Migration {

    private static @Nullable Operation operation;

    /** Makes this the case at hand. */
    public static void of(Case each) {
        operation = each.operation();
    }

    @Override
    public void upgrade(Operations op) {
        if (operation != null) {
            op.apply(operation);
        }
    }

    @Override
    public void downgrade(Operations op) {}
}

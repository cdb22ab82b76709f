package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.revision.Plan;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;

/** Looks at what a plan does, as far as a rehearsal knows it, before anything of it runs. */
public interface PlanReview {

    /** Begins to look at a plan. */
    interface Factory {
        PlanReview begin(ColumnTypes types);
    }

    /** The types that columns have before the plan runs. */
    interface ColumnTypes {
        /** @return empty if there is no such column, or no database to ask */
        Optional<Type> of(QualifiedName table, String column);
    }

    /** Looks for nothing. */
    Factory NONE = types -> new PlanReview() {
        @Override
        public void look(RecordedRevision step) {}

        @Override
        public List<String> finish(Plan plan) {
            return List.of();
        }
    };

    /** The plan's next step; rows of bulk inserts are left out. */
    void look(RecordedRevision step);

    /**
     * The plan ends here.
     *
     * @return what a person should read before it runs
     * @throws MigrateException if it must not run
     */
    List<String> finish(Plan plan);
}

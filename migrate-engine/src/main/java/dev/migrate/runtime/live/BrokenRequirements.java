package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.ddl.RequirementSql;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.runtime.connection.Redaction;
import java.util.List;
import java.util.stream.Collectors;

/** Rows break what a revision requires of them: it isn't run. */
final class BrokenRequirements extends MigrateException {

    private static final long serialVersionUID = 1L;

    /**
     * A rule that rows break.
     *
     * @param number how many
     * @param shown the first of them
     */
    record Broken(Require requirement, long number, String shown) {

        private String text() {
            return requirement.rule() + ": " + number + (number == 1 ? " row breaks it (" : " rows break it (") + shown
                    + (number > RequirementSql.SHOWN ? "; ...)" : ")") + "\n"
                    + requirement.sql().strip().indent(2).stripTrailing();
        }
    }

    BrokenRequirements(List<Broken> broken, Redaction redaction) {
        super(redaction.of(broken.stream().map(Broken::text).collect(Collectors.joining("\n"))));
    }
}

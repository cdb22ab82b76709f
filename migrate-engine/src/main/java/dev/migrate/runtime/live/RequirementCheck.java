package dev.migrate.runtime.live;

import dev.migrate.ddl.RequirementSql;
import dev.migrate.operation.DataOperation.Require;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks what a revision requires of the rows, in its transaction: what an earlier revision of the same run has done is
 * seen. A savepoint that is rolled back to takes the locks with it, and whatever a query does beside.
 */
final class RequirementCheck {

    private final LiveContext run;
    private final LiveRevision revision;

    RequirementCheck(LiveContext run, LiveRevision revision) {
        this.run = run;
        this.revision = revision;
    }

    /**
     * Checks all of them.
     *
     * @throws BrokenRequirements if rows break some
     * @throws StatementFailure if PostgreSQL refuses a query
     */
    void check(List<Require> requirements) throws SQLException {
        Connection connection = run.session().connection();
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
        }
        List<BrokenRequirements.Broken> broken = new ArrayList<>();
        for (Require requirement : requirements) {
            run.cancellation().check();
            violations(requirement).ifPresent(broken::add);
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
        if (!broken.isEmpty()) {
            throw new BrokenRequirements(broken, run.redaction());
        }
    }

    private Optional<BrokenRequirements.Broken> violations(Require requirement) {
        String sql = RequirementSql.violations(requirement);
        try {
            return run.statements()
                    .run(revision.step(), 0, sql, run.transaction().backend(), executed -> read(requirement, executed));
        } catch (StatementFailure e) {
            throw e.ofRequirement(requirement.rule(), run.redaction().of(requirement.sql()));
        }
    }

    private static Optional<BrokenRequirements.Broken> read(Require requirement, Statement executed)
            throws SQLException {
        try (ResultSet row = executed.getResultSet()) {
            row.next();
            long number = row.getLong(1);
            return number == 0
                    ? Optional.empty()
                    : Optional.of(new BrokenRequirements.Broken(requirement, number, row.getString(2)));
        }
    }
}

package dev.migrate.autogen.online;

import dev.migrate.MigrateException;
import dev.migrate.ddl.RequirementSql;
import dev.migrate.operation.DataOperation.Require;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Says which rows a migration would refuse, as soon as it is written. */
public final class RowsCheck {

    private RowsCheck() {}

    /**
     * Looks for the rows, and changes nothing: one sentence for each rule that some break, with what to do.
     *
     * @param database whose rows they are
     */
    public static List<String> broken(OnlineRewrite rewrite, DataSource database) {
        List<String> sentences = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION READ ONLY");
                for (Require requirement : rewrite.requirements()) {
                    broken(requirement, statement)
                            .ifPresent(
                                    rows -> sentences.add(rows + " upgrade refuses to begin until they are corrected."
                                            + option(rewrite, requirement)));
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new MigrateException("The rows could not be checked: " + e.getMessage(), e);
        }
        return sentences;
    }

    private static Optional<String> broken(Require requirement, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(RequirementSql.violations(requirement))) {
            row.next();
            long number = row.getLong(1);
            return number == 0
                    ? Optional.empty()
                    : Optional.of(number + (number == 1 ? " row breaks" : " rows break") + " a rule of the migration, "
                            + requirement.rule() + ": " + row.getString(2)
                            + (number > RequirementSql.SHOWN ? "; ...." : "."));
        }
    }

    /** One sentence with all rules, where there is no database whose rows could be looked at, and one for each option. */
    public static List<String> untried(OnlineRewrite rewrite) {
        if (rewrite.requirements().isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("upgrade refuses to begin if rows break a rule of the migration: "
                + rewrite.requirements().stream().map(Require::rule).collect(Collectors.joining("; ")) + "."
                + rewrite.requirements().stream()
                        .map(requirement -> option(rewrite, requirement))
                        .collect(Collectors.joining()));
        return sentences;
    }

    private static String option(OnlineRewrite rewrite, Require requirement) {
        return rewrite.unfilled().stream()
                .filter(key -> RowRequirements.isAboutValue(requirement, key))
                .map(key -> " To fill " + key + ", run again with -Dmigrate.overwrite "
                        + OnlineOptions.backfillArgument(key) + ".")
                .collect(Collectors.joining());
    }
}
